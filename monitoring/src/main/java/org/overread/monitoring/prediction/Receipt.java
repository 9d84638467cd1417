package org.overread.monitoring.prediction;

import java.util.List;
import org.overread.monitoring.integrity.BatchIntegrity;

/**
 * What became of a body: every line was stored, or was a duplicate, or was rejected.
 *
 * @param batch the number under which this receipt is kept
 * @param received lines with content, without a CSV's header
 * @param duplicates lines that said what was known already
 * @param rejected lines that were refused; all are counted
 * @param outcomesAdded predictions that were known without an outcome and have one now
 * @param problems the first {@value Refusals#LISTED} refusals by line
 * @param integrity what of the lines that could be read was not as declared
 */
public record Receipt(
        int batch,
        long received,
        long stored,
        long duplicates,
        long rejected,
        long outcomesAdded,
        List<LineProblem> problems,
        BatchIntegrity integrity) {
    public Receipt {
        problems = List.copyOf(problems);
        if (received != stored + duplicates + rejected) {
            throw new IllegalArgumentException("every line is stored, a duplicate or rejected");
        }
    }

    /** A receipt of lines that were not held against a declaration. */
    public Receipt(
            int batch,
            long received,
            long stored,
            long duplicates,
            long rejected,
            long outcomesAdded,
            List<LineProblem> problems) {
        this(batch, received, stored, duplicates, rejected, outcomesAdded, problems, BatchIntegrity.UNCHECKED);
    }

    /** The same with what was found in the lines. */
    public Receipt with(BatchIntegrity found) {
        return new Receipt(batch, received, stored, duplicates, rejected, outcomesAdded, problems, found);
    }
}
