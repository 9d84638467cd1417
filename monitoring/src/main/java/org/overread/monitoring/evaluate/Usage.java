package org.overread.monitoring.evaluate;

/** What the command says of itself. */
final class Usage {
    static final String TEXT = """
        Usage: evaluate FILE [options]

          FILE                 predictions as CSV (or NDJSON, by its name), gzip or not
          --by a,b             split by these attributes, as in the columns subgroup.a and subgroup.b
          --pairs              split by every two of them together as well
          --threshold t        flag scores at or above t; 0.5 when not given
          --reference FILE     tell how far features, score and outcome have moved from these predictions, and what
                               performance to expect of the scores as these outcomes taught it
          --against FILE       compare with other predictions of the same cases, case by case
          --against-threshold t  flag those at or above t; as --threshold when not given
          --bootstrap n        replicates for the intervals of F1, net benefit, Brier score and calibration errors,
                               0 for none; 2000 when not given, 200 of more than a million predictions
          --bins n             bins of the calibration errors; 10 when not given
          --no-suppression     show small cells; for your own eyes only
          --format json|table  json when not given

        Small cells (fewer than 11 patients) are hidden, and so is what would give them away; in the drift, too.
        Ends with 0, or with 2 and the refused lines on standard error.
        """;

    private Usage() {}
}
