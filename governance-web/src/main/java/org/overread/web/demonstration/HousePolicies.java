package org.overread.web.demonstration;

import static org.overread.registry.gate.Criterion.Direction.AT_LEAST;
import static org.overread.registry.gate.Criterion.Direction.AT_MOST;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.review.RequiredReview;

/**
 * What the demonstration's committee demands. Its first policies look at all cases together; after women over seventy
 * were missed, the second numbers ask for every group of sex and for what clinicians say.
 */
final class HousePolicies {
    static final String SILENT = "Silent run";
    static final String CLINICAL = "Clinical use";
    static final String IMAGING = "Imaging with rare findings";
    static final String WRITTEN = "Written output";
    static final String WRITTEN_FOR_ALL = "Written output in general use";

    private static final Set<Stage> LIVE = Set.of(Stage.PILOT, Stage.GENERAL);

    private static final Criterion NO_SEVERE_FINDING_OPEN =
            new Criterion("severe-findings-answered", GateMetric.UNANSWERED_SEVERE, null, AT_MOST, 0);
    private static final RequiredReview CLINICIAN = new RequiredReview(Role.CLINICAL_REVIEWER, 1);
    private static final RequiredReview TECHNICIAN = new RequiredReview(Role.TECHNICAL_REVIEWER, 1);

    private HousePolicies() {}

    static List<PolicyDraft> first() {
        return List.of(
                new PolicyDraft(
                        SILENT,
                        Set.of(Stage.LOCAL_VALIDATION, Stage.SILENT),
                        Set.of(Stage.REGISTERED, Stage.LOCAL_VALIDATION),
                        null,
                        List.of(predictions(20), NO_SEVERE_FINDING_OPEN),
                        List.of(TECHNICIAN)),
                live(CLINICAL, LIVE, null, figures()),
                live(
                        IMAGING,
                        LIVE,
                        PancreasImaging.ID,
                        List.of(outcomes(1_000), atLeast("events", GateMetric.EVENTS, 10))),
                live(WRITTEN, LIVE, ClinicalReasoning.ID, List.of(predictions(30))));
    }

    static List<PolicyDraft> second() {
        return List.of(
                live(
                        CLINICAL,
                        LIVE,
                        null,
                        joined(
                                figures(),
                                eachSex("auroc-by-sex", GateMetric.AUROC, 0.70),
                                eachSex("sensitivity-by-sex", GateMetric.SENSITIVITY, 0.60),
                                atLeast("reviewed-outputs", GateMetric.REVIEWED_OUTPUTS, 30),
                                atMost("overrides", GateMetric.OVERRIDE_RATE, 0.45),
                                atMost("clinically-wrong", GateMetric.CLINICALLY_WRONG_RATE, 0.10))),
                live(
                        IMAGING,
                        LIVE,
                        PancreasImaging.ID,
                        List.of(
                                outcomes(1_000),
                                atLeast("specificity", GateMetric.SPECIFICITY, 0.80),
                                eachSex("sensitivity-by-sex", GateMetric.SENSITIVITY, 0.60))),
                live(WRITTEN, Set.of(Stage.PILOT), ClinicalReasoning.ID, List.of(predictions(100))),
                live(
                        WRITTEN_FOR_ALL,
                        Set.of(Stage.GENERAL),
                        ClinicalReasoning.ID,
                        List.of(
                                predictions(100),
                                atLeast("reviewed-outputs", GateMetric.REVIEWED_OUTPUTS, 10),
                                atMost("overrides", GateMetric.OVERRIDE_RATE, 0.60),
                                atMost("clinically-wrong", GateMetric.CLINICALLY_WRONG_RATE, 0.40))));
    }

    private static PolicyDraft live(String name, Set<Stage> opens, @Nullable String model, List<Criterion> criteria) {
        return new PolicyDraft(
                name, opens, Set.of(), model, joined(criteria, NO_SEVERE_FINDING_OPEN), List.of(CLINICIAN, TECHNICIAN));
    }

    private static List<Criterion> figures() {
        return List.of(
                outcomes(300),
                atLeast("auroc", GateMetric.AUROC, 0.70),
                atLeast("sensitivity", GateMetric.SENSITIVITY, 0.50));
    }

    private static Criterion predictions(int limit) {
        return atLeast("predictions", GateMetric.PREDICTIONS, limit);
    }

    private static Criterion outcomes(int limit) {
        return atLeast("known-outcomes", GateMetric.OUTCOMES, limit);
    }

    private static Criterion eachSex(String key, GateMetric metric, double limit) {
        return new Criterion(key, metric, "sex", AT_LEAST, limit);
    }

    private static Criterion atLeast(String key, GateMetric metric, double limit) {
        return new Criterion(key, metric, null, AT_LEAST, limit);
    }

    private static Criterion atMost(String key, GateMetric metric, double limit) {
        return new Criterion(key, metric, null, AT_MOST, limit);
    }

    private static List<Criterion> joined(List<Criterion> some, Criterion... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
