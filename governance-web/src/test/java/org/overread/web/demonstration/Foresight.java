package org.overread.web.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Digest;
import org.overread.registry.gate.Enactment;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PromotionGate;
import org.overread.web.demonstration.Bedside.Opinion;
import org.overread.web.demonstration.Bedside.Shown;

/** What the gate will say of the demonstration's requests, told from its data alone. */
final class Foresight {
    private static final Digest NONE = Digest.of("");

    private final SyntheticHospital hospital;
    private final Agenda agenda;
    private final List<Shown> shown;

    Foresight(SyntheticHospital hospital) {
        this.hospital = hospital;
        agenda = new Agenda(hospital.period());
        shown = new Bedside(hospital).shown();
    }

    /** The policy that will be in force. */
    Policy policy(Motion motion) {
        var start = hospital.period().start();
        var book = published(new PolicyBook(List.of(), start), HousePolicies.first(), start);
        if (motion.at().isAfter(agenda.demandsMore())) {
            book = published(book, HousePolicies.second(), agenda.demandsMore());
        }
        return new PolicyBook(book.files(), motion.at())
                .inForce(motion.version().model(), motion.target())
                .orElseThrow();
    }

    GateVerdict verdict(Motion motion) {
        return PromotionGate.decide(
                policy(motion),
                new Evidence(
                        motion.version(),
                        NONE,
                        motion.site(),
                        motion.at(),
                        null,
                        null,
                        Stream.concat(statistics(motion), feedback(motion)).toList(),
                        Map.of(),
                        0,
                        NONE));
    }

    /** What asks less than before is confirmed at once. */
    private static PolicyBook published(PolicyBook before, List<PolicyDraft> drafts, Instant at) {
        var files = new ArrayList<>(before.files());
        for (var draft : drafts) {
            var policy = draft.publish(
                    UUID.randomUUID(),
                    new PolicyBook(files, at),
                    "Nora Haddad",
                    at,
                    new Enactment("nora", "Agreed.", at, List.of()));
            var confirmed = new PolicyFile.Decision(true, "vera", "Vera Sandoval", "", at);
            files.add(new PolicyFile(policy, policy.laxer().isEmpty() ? null : confirmed, null));
        }
        return new PolicyBook(files, at);
    }

    private Stream<Figure> statistics(Motion motion) {
        var sent = sentBy(motion.at());
        var outcomes = hospital.outcomes(motion.version().model()).stream()
                .filter(outcome -> Objects.requireNonNull(outcome.knownAt()).isBefore(sent))
                .collect(Collectors.toMap(Outcome::predictionId, Outcome::outcome));
        var predictions = hospital.predictions(motion.version()).stream()
                .filter(prediction -> motion.site().equals(prediction.site())
                        && prediction.occurredAt().isBefore(sent))
                .toList();
        var cohort = Cohort.builder();
        predictions.stream()
                .filter(prediction -> prediction.score() != null)
                .forEach(prediction -> cohort.add(
                        Objects.requireNonNull(prediction.score()),
                        outcomes.get(prediction.predictionId()),
                        prediction.patientRef(),
                        prediction.subgroups()));
        var threshold =
                motion.version().model().equals(SepsisRisk.ID) ? SepsisRisk.THRESHOLD : PancreasImaging.THRESHOLD;
        var evaluation =
                SmallCells.applyTo(Evaluation.of(cohort.build(), new Question(threshold, List.of("sex"), false)));
        return Stream.of(
                        counted(
                                GateMetric.PREDICTIONS,
                                written(motion) ? Long.valueOf(predictions.size()) : evaluation.rows()),
                        counted(GateMetric.OUTCOMES, evaluation.labelled()),
                        counted(GateMetric.EVENTS, evaluation.positives()),
                        estimates(evaluation.overall(), null),
                        evaluation.subgroups().stream().flatMap(group -> estimates(group, group.value())))
                .flatMap(figures -> figures);
    }

    private static boolean written(Motion motion) {
        return motion.version().model().equals(ClinicalReasoning.ID);
    }

    private static Stream<Figure> counted(GateMetric metric, @Nullable Long count) {
        return count == null ? Stream.empty() : Stream.of(Figure.counted(metric, count));
    }

    private static Stream<Figure> estimates(GroupFigures figures, @Nullable String group) {
        return Stream.of(Metric.AUROC, Metric.SENSITIVITY, Metric.SPECIFICITY).map(metric -> {
            var estimate = figures.get(metric);
            return new Figure(
                    GateMetric.valueOf(metric.name()),
                    group == null ? null : "sex",
                    group,
                    estimate.value(),
                    estimate.low(),
                    estimate.high(),
                    estimate.n(),
                    figures.labelled(),
                    figures.events(),
                    Figure.Tier.valueOf(figures.tier().name()),
                    estimate.reason());
        });
    }

    /** Severe findings are answered right before each request. */
    private Stream<Figure> feedback(Motion motion) {
        var opinions = opinions(motion);
        long overridden = count(opinions, opinion -> opinion.kind() == FeedbackKind.OVERRIDDEN);
        long reviewed = overridden + count(opinions, opinion -> opinion.kind() == FeedbackKind.ACCEPTED);
        long wrong = count(opinions, opinion -> opinion.reason() == OverrideReason.CLINICALLY_WRONG);
        var counts = Stream.of(
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 0), Figure.counted(GateMetric.REVIEWED_OUTPUTS, reviewed));
        return reviewed == 0
                ? counts
                : Stream.concat(
                        counts,
                        Stream.of(
                                rate(GateMetric.OVERRIDE_RATE, overridden, reviewed),
                                rate(GateMetric.CLINICALLY_WRONG_RATE, wrong, reviewed)));
    }

    private List<Opinion> opinions(Motion motion) {
        return shown.stream()
                .filter(card -> card.version().equals(motion.version())
                        && motion.site().equals(card.prediction().site()))
                .map(Shown::opinion)
                .filter(Objects::nonNull)
                .filter(opinion -> opinion.at().isBefore(motion.at()) && opinion.takenBack() == null)
                .toList();
    }

    private static long count(List<Opinion> opinions, Predicate<Opinion> which) {
        return opinions.stream().filter(which).count();
    }

    private static Figure rate(GateMetric metric, long counted, long of) {
        var estimate = new Proportion(counted, of).wilson("");
        return new Figure(
                metric,
                null,
                null,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                of,
                null,
                counted,
                Figure.Tier.FULL,
                null);
    }

    /** The feed comes at the end of each quarter. */
    private Instant sentBy(Instant at) {
        var period = hospital.period();
        return Stream.iterate(0, month -> month + Feed.QUARTER)
                .limit(1 + Period.MONTHS / Feed.QUARTER)
                .map(period::month)
                .filter(end -> !end.minus(Duration.ofHours(1)).isAfter(at))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
