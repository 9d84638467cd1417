package org.overread.monitoring.prediction;

import java.util.List;

/**
 * What became of a body: every line was stored, or was a duplicate, or was rejected.
 *
 * @param batch the number under which this receipt is kept
 * @param received lines with content, without a CSV's header
 * @param duplicates lines that said what was known already
 * @param rejected lines that were refused; all are counted
 * @param outcomesAdded predictions that were known without an outcome and have one now
 * @param problems the first {@value Refusals#LISTED} refusals by line
 */
public record Receipt(
        int batch,
        long received,
        long stored,
        long duplicates,
        long rejected,
        long outcomesAdded,
        List<LineProblem> problems) {
    public Receipt {
        problems = List.copyOf(problems);
        if (received != stored + duplicates + rejected) {
            throw new IllegalArgumentException("every line is stored, a duplicate or rejected");
        }
    }
}
