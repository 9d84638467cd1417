package org.overread.monitoring.prediction;

import org.overread.monitoring.integrity.IntegrityCheck;

/** Shows the features of each good line to the check, and passes all lines on. */
record Checked(IntegrityCheck check, LineSink<Prediction> next) implements LineSink<Prediction> {
    @Override
    public void read(long line, Prediction prediction) {
        check.see(line, prediction.features());
        next.read(line, prediction);
    }

    @Override
    public void refused(LineProblem problem) {
        next.refused(problem);
    }
}
