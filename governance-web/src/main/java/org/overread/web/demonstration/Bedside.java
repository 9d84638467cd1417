package org.overread.web.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ModelVersionId;

/**
 * What clinicians were shown of the models' outputs and what they said of it, made up from what turned out to be true:
 * where a model was right they mostly agree, and most of all they miss a flag on old women whom version 1 of the sepsis
 * model scored too low.
 */
final class Bedside {
    private static final List<Practice> PRACTICES = List.of(
            new Practice(SyntheticHospital.SEPSIS_1, Patient.NORTH, 6, new Habit(0.4, 0.7, 0.04), 12),
            new Practice(SyntheticHospital.SEPSIS_1, Patient.SOUTH, 9, new Habit(0.4, 0.7, 0.04), 7),
            new Practice(SyntheticHospital.NOTES_1, Patient.NORTH, 9, new Habit(1, 1, 1), 6),
            new Practice(SyntheticHospital.SEPSIS_2, Patient.NORTH, 15, new Habit(0.18, 0, 0.02), 0),
            new Practice(SyntheticHospital.NOTES_2, Patient.NORTH, 15, new Habit(1, 1, 1), 0));
    private static final double ANSWERED = 0.85;

    private final SyntheticHospital hospital;

    Bedside(SyntheticHospital hospital) {
        this.hospital = hospital;
    }

    /**
     * One output as it was shown.
     *
     * @param clinician the login of whom it was shown to
     * @param opinion null while they have not said anything
     */
    record Shown(
            UUID card,
            ModelVersionId version,
            Prediction prediction,
            Indicator indicator,
            String clinician,
            Instant at,
            @Nullable Opinion opinion) {}

    /** What a clinician said of it. */
    record Opinion(
            UUID id,
            FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String comment,
            Instant at) {}

    /** How often an output is shown: a flagged one, a case that was missed, any other. */
    private record Habit(double flagged, double missed, double other) {}

    /**
     * Where and since when the outputs of a version are shown.
     *
     * @param month counted from 0 at the beginning of the period
     * @param waiting how many of the newest wait for Ada
     */
    private record Practice(ModelVersionId version, String site, int month, Habit habit, int waiting) {}

    /** Everything that was shown, the earliest first. */
    List<Shown> shown() {
        return PRACTICES.stream()
                .flatMap(practice -> shown(practice).stream())
                .sorted(Comparator.comparing(Shown::at))
                .toList();
    }

    private List<Shown> shown(Practice practice) {
        var chance = new Chance("bedside " + practice.version() + practice.site());
        var events = hospital.events(practice.version().model());
        var outputs = hospital.predictions(practice.version()).stream()
                .filter(prediction -> practice.site().equals(prediction.site()))
                .filter(prediction -> !prediction
                        .occurredAt()
                        .isBefore(hospital.period().month(practice.month()).plus(Duration.ofDays(1))))
                .toList();
        var newest = outputs.size() - practice.waiting();
        var shown = new ArrayList<Shown>();
        for (int i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            var truth = truth(output, events);
            if (i >= newest || chance.happens(often(practice.habit(), truth))) {
                shown.add(shown(practice.version(), output, truth, i >= newest, chance));
            }
        }
        return shown;
    }

    private static double often(Habit habit, Truth truth) {
        return truth.flagged() ? habit.flagged() : truth.event() ? habit.missed() : habit.other();
    }

    private static Truth truth(Prediction output, Set<String> events) {
        var score = output.score();
        return score == null
                ? new Truth(true, !ClinicalReasoning.slips(output), true)
                : new Truth(score >= SepsisRisk.THRESHOLD, events.contains(output.predictionId()), false);
    }

    private Shown shown(ModelVersionId version, Prediction output, Truth truth, boolean waiting, Chance chance) {
        var at = output.occurredAt().plusSeconds(chance.between(20, 600));
        var clinician = waiting || chance.happens(0.55) ? Staff.ADA : Staff.BEN;
        var answered = !waiting && chance.happens(ANSWERED);
        return new Shown(
                id("card", version, output),
                version,
                output,
                truth.flagged() && !truth.written() ? Indicator.WARNING : Indicator.INFO,
                clinician,
                at,
                answered ? opinion(version, output, truth, at, chance) : null);
    }

    private @Nullable Opinion opinion(
            ModelVersionId version, Prediction output, Truth truth, Instant shownAt, Chance chance) {
        var at = shownAt.plusSeconds(chance.between(30, chance.happens(0.9) ? 5_400 : 200_000));
        if (!at.isBefore(hospital.period().end())) {
            return null;
        }
        var voice = version.equals(SyntheticHospital.SEPSIS_2)
                ? Voice.ofTheSilentRun(chance)
                : Voice.of(truth, lacksLactate(output), chance);
        return new Opinion(id("opinion", version, output), voice.kind(), voice.reason(), voice.comment(), at);
    }

    private static boolean lacksLactate(Prediction output) {
        return output.score() != null && !output.features().containsKey("lactate");
    }

    private static UUID id(String what, ModelVersionId version, Prediction output) {
        var name = String.join(" ", what, version.toString(), output.predictionId());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
