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
    private static final Habit SCORES = new Habit(0.4, 0.7, 0.04);
    private static final Habit SCANS = new Habit(0.5, 0.7, 0.01);
    private static final Habit NOTES = new Habit(1, 1, 1);
    private static final Habit READ_IN_SILENCE = new Habit(0.4, 0.4, 0.06);
    private static final List<Practice> PRACTICES = List.of(
            new Practice(SyntheticHospital.SEPSIS_1, Patient.NORTH, 6, 5, Period.MONTHS, 0, SCORES, 14),
            new Practice(SyntheticHospital.SEPSIS_1, Patient.SOUTH, 9, 5, 12, 9, SCORES, 0),
            new Practice(SyntheticHospital.PANCREAS_1, Patient.NORTH, 9, 6, Period.MONTHS, 0, SCANS, 6),
            new Practice(SyntheticHospital.NOTES_1, Patient.NORTH, 9, 6, 15, 8, NOTES, 0),
            new Practice(SyntheticHospital.SEPSIS_2, Patient.NORTH, 15, 4, 17, 20, READ_IN_SILENCE, 0),
            new Practice(SyntheticHospital.NOTES_2, Patient.NORTH, 15, 9, Period.MONTHS, 0, NOTES, 6));
    private static final double ANSWERED = 0.85;
    private static final double TAKEN_BACK = 0.01;
    private static final Duration MINUTES_LATER = Duration.ofMinutes(7);

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

    /**
     * What a clinician said of it.
     *
     * @param takenBack when they took it back; null when it stands
     */
    record Opinion(
            UUID id,
            FeedbackKind kind,
            @Nullable OverrideReason reason,
            @Nullable String comment,
            Instant at,
            @Nullable Instant takenBack) {}

    /** How often an output is shown: a flagged one, a case that was missed, any other. */
    private record Habit(double flagged, double missed, double other) {}

    /**
     * Where the outputs of a version are shown, from when to when: as the committee decides, see {@link Agenda}.
     *
     * @param month counted from 0 at the beginning of the period, as {@code untilMonth}
     * @param day counted from 0 at the beginning of the month, as {@code untilDay}
     * @param waiting how many of the newest wait for Ada
     */
    private record Practice(
            ModelVersionId version,
            String site,
            int month,
            int day,
            int untilMonth,
            int untilDay,
            Habit habit,
            int waiting) {
        boolean shows(Prediction output, Period period) {
            return site.equals(output.site())
                    && !output.occurredAt().isBefore(period.day(month, day))
                    && output.occurredAt().isBefore(period.day(untilMonth, untilDay));
        }
    }

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
                .filter(output -> practice.shows(output, hospital.period()))
                .filter(output -> chance.happens(often(practice.habit(), truth(practice.version(), output, events))))
                .toList();
        var newest = outputs.size() - practice.waiting();
        var shown = new ArrayList<Shown>();
        for (int i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            var truth = truth(practice.version(), output, events);
            shown.add(shown(practice.version(), output, truth, i >= newest, chance));
        }
        return shown;
    }

    private static double often(Habit habit, Truth truth) {
        return truth.flagged() ? habit.flagged() : truth.event() ? habit.missed() : habit.other();
    }

    private static Truth truth(ModelVersionId version, Prediction output, Set<String> events) {
        var score = output.score();
        if (score == null) {
            return new Truth(true, !ClinicalReasoning.slips(output), true);
        }
        var threshold = scans(version) ? PancreasImaging.THRESHOLD : SepsisRisk.THRESHOLD;
        return new Truth(score >= threshold, events.contains(output.predictionId()), false);
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
        var voice = voice(version, output, truth, chance);
        var takenBack = at.plus(MINUTES_LATER);
        boolean takes = chance.happens(TAKEN_BACK)
                && takenBack.isBefore(hospital.period().end());
        return new Opinion(
                id("opinion", version, output),
                voice.kind(),
                voice.reason(),
                voice.comment(),
                at,
                takes ? takenBack : null);
    }

    private static Voice voice(ModelVersionId version, Prediction output, Truth truth, Chance chance) {
        if (version.equals(SyntheticHospital.SEPSIS_2)) {
            return Voice.ofTheSilentRun(chance);
        }
        return scans(version) ? Voice.ofScan(truth, chance) : Voice.of(truth, lacksLactate(output), chance);
    }

    private static boolean scans(ModelVersionId version) {
        return version.model().equals(PancreasImaging.ID);
    }

    private static boolean lacksLactate(Prediction output) {
        return output.score() != null && !output.features().containsKey("lactate");
    }

    private static UUID id(String what, ModelVersionId version, Prediction output) {
        var name = String.join(" ", what, version.toString(), output.predictionId());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
