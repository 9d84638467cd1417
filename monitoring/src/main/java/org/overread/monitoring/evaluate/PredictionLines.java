package org.overread.monitoring.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.Cohort;

/** Gathers lines into a cohort. */
final class PredictionLines implements LineSink<Prediction> {
    private static final int MOST_PROBLEMS = 1_000;

    private final List<String> by;
    private final @Nullable Consumer<Prediction> columns;
    private final Cohort.Builder rows = Cohort.builder();
    private final SortedSet<String> attributes = new TreeSet<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private long refused;

    PredictionLines(List<String> by, @Nullable Consumer<Prediction> columns) {
        this.by = by;
        this.columns = columns;
    }

    @Override
    public void read(long line, Prediction prediction) {
        var score = prediction.score();
        if (score == null) {
            refused(new LineProblem(line, "score", "is missing: there is nothing to evaluate"));
            return;
        }
        attributes.addAll(prediction.subgroups().keySet());
        var kept = new HashMap<String, String>();
        for (var attribute : by) {
            var value = prediction.subgroups().get(attribute);
            if (value != null) {
                kept.put(attribute, value);
            }
        }
        if (columns != null) {
            columns.accept(prediction);
        }
        rows.add(score, prediction.outcome(), prediction.patientRef(), kept);
    }

    @Override
    public void refused(LineProblem problem) {
        refused++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    PredictionFile file() {
        return new PredictionFile(rows.build(), attributes, problems, refused);
    }
}
