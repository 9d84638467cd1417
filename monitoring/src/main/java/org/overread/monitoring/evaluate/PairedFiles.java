package org.overread.monitoring.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedCases;
import org.overread.monitoring.comparison.PairedCases.Match;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.PatientKey;

/**
 * Finds the cases that are in two files, as {@link org.overread.monitoring.comparison.SameCases} finds those of two
 * versions: by prediction id and patient; if there are none, by patient and time. What occurs more than once in a file is
 * left out, since nobody knows which of them is meant.
 */
final class PairedFiles {
    private static final int UNKNOWN = -1;

    private record Case(String id, Instant at, @Nullable String patient, double score, int outcome) {
        static Case of(Prediction prediction) {
            var score = prediction.score();
            var outcome = prediction.outcome();
            return new Case(
                    prediction.predictionId(),
                    prediction.occurredAt(),
                    prediction.patientRef(),
                    score == null ? Double.NaN : score,
                    outcome == null ? UNKNOWN : outcome);
        }
    }

    private record Named(String id, @Nullable String patient) {}

    private record Timed(@Nullable String patient, Instant at) {}

    private final List<Case> mine = new ArrayList<>();
    private final List<Case> theirs = new ArrayList<>();

    /** Takes a line of the file that is evaluated. */
    void mine(Prediction prediction) {
        mine.add(Case.of(prediction));
    }

    /** Takes a line of the file it is compared with. */
    void theirs(Prediction prediction) {
        theirs.add(Case.of(prediction));
    }

    PairedCases paired() {
        var byId = paired(Match.PREDICTION_ID, each -> new Named(each.id(), each.patient()));
        return byId.all() > 0
                ? byId
                : paired(
                        Match.PATIENT_AND_TIME,
                        each -> each.patient() == null ? null : new Timed(each.patient(), each.at()));
    }

    private <K> PairedCases paired(Match match, Function<Case, @Nullable K> key) {
        var others = once(theirs, key);
        var cases = new PairedCases.Builder(match);
        once(mine, key).forEach((name, each) -> {
            var other = others.get(name);
            if (other != null) {
                cases.add(each.score(), other.score(), each.outcome(), other.outcome(), patient(each));
            }
        });
        return cases.build();
    }

    /** Of a case without a patient's name its own id, once in each file, is the patient. */
    private static long patient(Case each) {
        return PatientKey.of(Objects.requireNonNullElseGet(each.patient(), () -> "\n" + each.id()));
    }

    /** The cases by name, in the order of the file, without those whose name is not theirs alone. */
    private static <K> Map<K, Case> once(List<Case> cases, Function<Case, @Nullable K> key) {
        var times = new HashMap<K, Integer>();
        var named = new LinkedHashMap<K, Case>();
        for (var each : cases) {
            var name = key.apply(each);
            if (name != null) {
                times.merge(name, 1, Integer::sum);
                named.put(name, each);
            }
        }
        named.keySet().removeIf(name -> times.getOrDefault(name, 0) > 1);
        return named;
    }
}
