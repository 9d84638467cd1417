package org.overread.registry.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.Figure.Tier;
import org.overread.registry.review.RequiredReview;

/** Criteria, figures, evidence and policies as tests speak of them. */
public final class GateFixtures {
    public static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    public static final Digest SEPSIS_2_CONTENT = Digest.of("sepsis, as declared in version 2");
    public static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");

    public static final Criterion ENOUGH_PREDICTIONS =
            new Criterion("predictions", GateMetric.PREDICTIONS, null, Direction.AT_LEAST, 1000);
    public static final Criterion GOOD_SENSITIVITY =
            new Criterion("sensitivity", GateMetric.SENSITIVITY, null, Direction.AT_LEAST, 0.60);
    public static final Criterion FAIR_SENSITIVITY =
            new Criterion("sensitivity-by-sex", GateMetric.SENSITIVITY, "sex", Direction.AT_LEAST, 0.60);
    public static final Criterion FEW_OVERRIDES =
            new Criterion("override-rate", GateMetric.OVERRIDE_RATE, null, Direction.AT_MOST, 0.30);
    public static final Criterion NOTHING_SEVERE_OPEN =
            new Criterion("unanswered-severe", GateMetric.UNANSWERED_SEVERE, null, Direction.AT_MOST, 0);

    private GateFixtures() {}

    /** A policy of these criteria for the pilot, entered from the silent run; not checked as a draft would be. */
    public static Policy policyOf(Criterion... criteria) {
        return pilotPolicy(1, List.of(criteria));
    }

    public static Policy pilotPolicy(int number, List<Criterion> criteria) {
        var draft = draftOf(criteria);
        return new Policy(
                new UUID(30, number),
                draft.name(),
                number,
                draft.opens(),
                draft.from(),
                draft.model(),
                draft.criteria(),
                draft.reviews(),
                "Dr. Clara Chair",
                MORNING,
                draft.stops(),
                draft.window(),
                null);
    }

    /** That the chair put it forward in the morning, to be in force at once. */
    public static Enactment enactment() {
        return new Enactment("chair", "The committee has agreed.", MORNING, List.of());
    }

    /** A book of these policies that everybody agreed to, as it stands then. */
    public static PolicyBook book(Instant asOf, Policy... policies) {
        return new PolicyBook(Stream.of(policies).map(PolicyFile::of).toList(), asOf);
    }

    public static PolicyDraft pilotDraft() {
        return draftOf(List.of(GOOD_SENSITIVITY, NOTHING_SEVERE_OPEN));
    }

    /** A version that passes {@link #pilotDraft()} and every criterion named here. */
    public static Evidence goodEvidence() {
        return evidence(
                Figure.counted(GateMetric.PREDICTIONS, 5000),
                estimate(GateMetric.SENSITIVITY, 0.78, 0.74, 0.82),
                group("Female", 0.76, 0.70, 0.82),
                group("Male", 0.80, 0.75, 0.85),
                estimate(GateMetric.OVERRIDE_RATE, 0.20, 0.15, 0.26),
                Figure.counted(GateMetric.UNANSWERED_SEVERE, 0));
    }

    public static Evidence evidence(Figure... figures) {
        return new Evidence(
                SEPSIS_2,
                SEPSIS_2_CONTENT,
                "north",
                MORNING,
                MORNING.minusSeconds(90 * 86_400L),
                MORNING,
                List.of(figures),
                Map.of("CLINICALLY_WRONG", 14L, "ALREADY_DONE", 31L),
                45,
                Digest.of("feedback-1\nfeedback-2\n"));
    }

    /** An estimate over all cases that rests on plenty of them. */
    public static Figure estimate(GateMetric metric, double value, double low, double high) {
        return figure(metric, null, null, value, low, high, Tier.FULL, null);
    }

    /** The sensitivity of one sex, resting on plenty of cases. */
    public static Figure group(String sex, double value, double low, double high) {
        return figure(GateMetric.SENSITIVITY, "sex", sex, value, low, high, Tier.FULL, null);
    }

    /** The sensitivity of one sex that bears less weight. */
    public static Figure group(String sex, double value, double low, double high, Tier tier) {
        return figure(GateMetric.SENSITIVITY, "sex", sex, value, low, high, tier, null);
    }

    public static Figure figure(
            GateMetric metric,
            @Nullable String attribute,
            @Nullable String group,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            Tier tier,
            @Nullable String reason) {
        long events = tier == Tier.FULL ? 412 : 41;
        long cases = tier == Tier.FULL ? 1_861 : 776;
        return new Figure(metric, attribute, group, value, low, high, events, cases, events, tier, reason);
    }

    private static PolicyDraft draftOf(List<Criterion> criteria) {
        return new PolicyDraft(
                "Pilot policy",
                Set.of(Stage.PILOT),
                Set.of(),
                null,
                criteria,
                List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 1), new RequiredReview(Role.TECHNICAL_REVIEWER, 1)));
    }
}
