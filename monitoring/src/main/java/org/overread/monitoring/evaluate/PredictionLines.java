package org.overread.monitoring.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.PatientKey;

/** Gathers lines into a cohort. */
final class PredictionLines implements LineSink<Prediction> {
    private static final int MOST_PROBLEMS = 1_000;

    private final List<String> by;
    private final Consumer<Prediction> taking;
    private final Cohort.Builder rows = Cohort.builder();
    private final SortedSet<String> attributes = new TreeSet<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private long[] ids = new long[1 << 12];
    private int size;
    private long refused;

    PredictionLines(List<String> by, Consumer<Prediction> taking) {
        this.by = by;
        this.taking = taking;
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
        taking.accept(prediction);
        remember(PatientKey.of(prediction.predictionId()));
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
        return new PredictionFile(rows.build(), attributes, problems, refused, repeated());
    }

    private void remember(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.addExact(size, size / 2));
        }
        ids[size++] = id;
    }

    private long repeated() {
        var sorted = Arrays.copyOf(ids, size);
        Arrays.parallelSort(sorted);
        return IntStream.range(1, size).filter(i -> sorted[i] == sorted[i - 1]).count();
    }
}
