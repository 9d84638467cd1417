package org.overread.web.monitoring;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Figures of a cohort in memory, and what was asked of it. */
final class Figured extends Performance {
    static final double THRESHOLD = 0.15;

    final List<PerformanceQuestion> asked = new ArrayList<>();
    private final Cohort.Builder cohort = Cohort.builder();
    private final List<String> attributes;
    private int patients;

    private Figured(List<String> attributes) {
        this.attributes = attributes;
    }

    /** Nothing was sent yet. */
    static Figured empty(String... attributes) {
        return new Figured(List.of(attributes));
    }

    /** 600 women, 600 men, 45 of whom sex is not known, and 5 others. */
    static Figured bySex() {
        var figured = new Figured(List.of("sex", "age_band"));
        figured.group(Map.of("sex", "Female", "age_band", "70-80"), 600, 4);
        figured.group(Map.of("sex", "Male", "age_band", "70-80"), 600, 4);
        figured.group(Map.of("sex", "Unknown", "age_band", "70-80"), 45, 5);
        figured.group(Map.of("sex", "Other", "age_band", "70-80"), 5, 2);
        return figured;
    }

    private void group(Map<String, String> values, int size, int oneIn) {
        SequencedMap<String, String> sorted = new TreeMap<>(values);
        for (int i = 0; i < size; i++) {
            int outcome = i % oneIn == 0 ? 1 : 0;
            cohort.add((i % 20 + outcome * 4) / 30.0, outcome, "p" + patients++, sorted);
        }
    }

    @Override
    public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
        asked.add(question);
        var threshold = question.threshold() == null ? THRESHOLD : question.threshold();
        if (threshold > 1) {
            throw new GovernanceException(
                    ErrorCode.INVALID,
                    "This cannot be answered as it is asked.",
                    List.of(new FieldProblem("threshold", "must be from 0 to 1")));
        }
        return SmallCells.applyTo(
                Evaluation.of(cohort.build(), new Question(threshold, question.by(), question.pairs())));
    }

    @Override
    public List<String> attributes(Actor actor, ModelVersionId version) {
        return attributes;
    }

    @Nullable PerformanceQuestion last() {
        return requireNonNull(asked).isEmpty() ? null : asked.getLast();
    }
}
