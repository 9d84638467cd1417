package org.overread.monitoring.subgroup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds cohorts from counts: every prediction is of another patient, flagged ones score 0.8 and others 0.2. */
final class TestCohort {
    static final double THRESHOLD = 0.5;

    private final Cohort.Builder rows = Cohort.builder();
    private long patient;

    static TestCohort aCohort() {
        return new TestCohort();
    }

    /** So many flagged events, flagged non-events, events not flagged, and non-events not flagged. */
    TestCohort with(String slice, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
        add(slice, truePositives, 0.8, 1);
        add(slice, falsePositives, 0.8, 0);
        add(slice, falseNegatives, 0.2, 1);
        add(slice, trueNegatives, 0.2, 0);
        return this;
    }

    /** Enough of everything: 50 % events, 50 % flagged, in a ratio that gives an AUROC of 0.75. */
    TestCohort withMany(String slice, int quarter) {
        return with(slice, 3 * quarter / 2, quarter / 2, quarter / 2, 3 * quarter / 2);
    }

    TestCohort withUnlabelled(String slice, int count) {
        add(slice, count, 0.8, Cohort.UNKNOWN);
        return this;
    }

    /** Many predictions of one and the same patient. */
    TestCohort withOnePatient(String slice, int predictions, int outcome) {
        patient++;
        for (var i = 0; i < predictions; i++) {
            rows.add(0.8, outcome, PatientKey.of("p" + patient), rows.slice(values(slice)));
        }
        return this;
    }

    Cohort build() {
        return rows.build();
    }

    Evaluation by(String... attributes) {
        return Evaluation.of(build(), new Question(THRESHOLD, List.of(attributes), false));
    }

    Evaluation byPairs(String... attributes) {
        return Evaluation.of(build(), new Question(THRESHOLD, List.of(attributes), true));
    }

    /** What may be shown of {@link #by}. */
    Evaluation shownBy(String... attributes) {
        return SmallCells.applyTo(by(attributes));
    }

    static GroupFigures group(Evaluation evaluation, String value) {
        return evaluation.subgroups().stream()
                .filter(group -> group.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private void add(String slice, int count, double score, int outcome) {
        var index = rows.slice(values(slice));
        for (var i = 0; i < count; i++) {
            rows.add(score, outcome, PatientKey.of("p" + ++patient), index);
        }
    }

    /** Reads {@code sex=Female race=Asian}. */
    private static Map<String, String> values(String slice) {
        var values = new LinkedHashMap<String, String>();
        for (var part : slice.split(" ")) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0], pair[1]);
            }
        }
        return values;
    }
}
