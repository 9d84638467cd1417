package org.overread.reports.seismometer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.reports.parquet.ParquetColumn.Kind;

/**
 * The columns of the predictions, each with a name of its own.
 *
 * @param cohorts the names of those that split the patients into groups
 */
record Layout(List<Column> columns, List<String> cohorts) {
    static final String PATIENT = "Patient";
    static final String PREDICTION = "Prediction";
    static final String PREDICTION_TIME = "PredictionTime";
    static final String SCORE = "Score";
    static final String SITE = "Site";
    static final String OUTCOME = "Outcome";

    /** What Seismometer itself adds for the outcome, and the column it takes for the outcome where there is one. */
    private static final Set<String> TAKEN = Set.of(OUTCOME, OUTCOME + "_Value", OUTCOME + "_Time");

    Layout {
        columns = List.copyOf(columns);
        cohorts = List.copyOf(cohorts);
    }

    static Layout of(List<String> attributes, List<WatchedFeature> features) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(
                PATIENT, Kind.TEXT, "The patient, by a name that holds in this export only", row -> row.patient()));
        columns.add(
                new Column(PREDICTION, Kind.WHOLE, "The prediction, numbered within this export", row -> row.number()));
        columns.add(new Column(
                PREDICTION_TIME,
                Kind.TIME,
                "When the model said it, in UTC",
                row -> row.known().occurredAt()));
        columns.add(new Column(
                SCORE,
                Kind.NUMBER,
                "What the model said, from 0 to 1",
                row -> row.known().score()));
        columns.add(new Column(
                SITE,
                Kind.TEXT,
                "Where the patient was cared for",
                row -> row.known().site()));
        var taken = new HashSet<>(TAKEN);
        columns.forEach(column -> taken.add(column.name()));
        var cohorts = new ArrayList<String>();
        for (var attribute : attributes) {
            var name = free(taken, attribute, "group");
            cohorts.add(name);
            columns.add(new Column(
                    name,
                    Kind.TEXT,
                    "The patient's group by " + attribute,
                    row -> row.known().groups().get(attribute)));
        }
        cohorts.add(SITE);
        for (var feature : features) {
            columns.add(column(free(taken, feature.name(), "feature"), feature));
        }
        return new Layout(columns, cohorts);
    }

    private static Column column(String name, WatchedFeature feature) {
        var values = new FeatureValues(feature);
        return new Column(
                name,
                feature.kind() == FeatureKind.NUMERIC ? Kind.NUMBER : Kind.TEXT,
                "What the model saw as " + feature.name() + (feature.unit() == null ? "" : ", in " + feature.unit()),
                row -> values.of(row.known().features().get(feature.name())));
    }

    /** The name itself, or with a suffix where another column has it already. */
    private static String free(Set<String> taken, String wanted, String suffix) {
        var name = wanted;
        while (!taken.add(name)) {
            name += "_" + suffix;
        }
        return name;
    }
}
