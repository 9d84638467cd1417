package org.overread.web.demonstration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;

/**
 * One patient at one moment, with what turned out to be true: every version of a model judges the same encounters.
 *
 * @param features what was known at that moment
 * @param logOdds how likely the event was, given all that could be known
 * @param event whether it came
 * @param knownAt when that was known, about a month later
 */
record Encounter(
        String id,
        Instant at,
        Patient patient,
        SortedMap<String, String> features,
        double logOdds,
        boolean event,
        Instant knownAt) {

    /** What one kind of patient brings: what can be seen of them, and how likely the event is. */
    interface Kind {
        Presentation of(Patient patient, Chance chance);
    }

    record Presentation(SortedMap<String, String> features, double logOdds) {}

    /** Draws the encounters of a period, the earliest first. One patient in six comes again. */
    static List<Encounter> drawn(String prefix, int count, Period period, Kind kind) {
        var chance = new Chance(prefix);
        var patients = new ArrayList<Patient>();
        var encounters = new ArrayList<Encounter>();
        for (int i = 0; i < count; i++) {
            var known = !patients.isEmpty() && chance.happens(1.0 / 6);
            var patient = known
                    ? chance.pick(patients)
                    : Patient.drawn("demo-%s-%05x".formatted(prefix, patients.size()), chance);
            if (!known) {
                patients.add(patient);
            }
            var at = period.moment((i + chance.uniform()) / count, chance);
            var seen = kind.of(patient, chance);
            encounters.add(new Encounter(
                    "%s-%06d".formatted(prefix, i),
                    at,
                    patient,
                    seen.features(),
                    seen.logOdds(),
                    chance.happens(probability(seen.logOdds())),
                    at.plus(chance.between(24, 36), ChronoUnit.DAYS)
                            .plus(chance.between(0, 86_399), ChronoUnit.SECONDS)));
        }
        encounters.sort(Comparator.comparing(Encounter::at));
        return encounters;
    }

    /** What a version said of it, given the log odds the version arrived at and the features it was given. */
    Prediction judged(double itsLogOdds, SortedMap<String, String> given, int latencyMs) {
        return new Prediction(
                id,
                at,
                patient.ref(),
                patient.site(),
                Math.round(probability(itsLogOdds) * 10_000) / 10_000.0,
                null,
                patient.subgroups(),
                given,
                null,
                latencyMs);
    }

    /** The features without one of them. */
    SortedMap<String, String> featuresWithout(String name) {
        var fewer = new TreeMap<>(features);
        fewer.remove(name);
        return fewer;
    }

    /** The outcome as far as it is known at that time; null before. */
    @Nullable Outcome outcome(Instant asOf) {
        return knownAt.isBefore(asOf) ? new Outcome(id, event ? 1 : 0, knownAt) : null;
    }

    static SortedMap<String, String> features(Map<String, String> values) {
        return new TreeMap<>(values);
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
