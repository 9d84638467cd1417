package org.overread.web.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.Figure.Tier;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.Policy;
import org.overread.registry.review.RequiredReview;

/** Policies and evidence as the tests of these screens speak of them. */
final class Cases {
    static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    static final Instant MORNING = Instant.parse("2026-05-04T08:00:00Z");
    static final Criterion SENSITIVE =
            new Criterion("sensitivity", GateMetric.SENSITIVITY, null, Direction.AT_LEAST, 0.60);
    static final Criterion FAIR =
            new Criterion("sensitivity-by-sex", GateMetric.SENSITIVITY, "sex", Direction.AT_LEAST, 0.60);
    static final Criterion NOTHING_SEVERE =
            new Criterion("unanswered-severe", GateMetric.UNANSWERED_SEVERE, null, Direction.AT_MOST, 0);

    private Cases() {}

    static Policy policy(Criterion... criteria) {
        return new Policy(
                new UUID(30, 1),
                "Pilot policy",
                1,
                Set.of(Stage.PILOT),
                Set.of(),
                null,
                List.of(criteria),
                List.of(new RequiredReview(Role.CLINICAL_REVIEWER, 1), new RequiredReview(Role.TECHNICAL_REVIEWER, 1)),
                "Dr. Clara Chair",
                MORNING);
    }

    static Evidence evidence(Figure... figures) {
        return new Evidence(
                SEPSIS_2,
                Digest.of("sepsis 2"),
                "north",
                MORNING,
                null,
                MORNING,
                List.of(figures),
                Map.of("CLINICALLY_WRONG", 14L),
                14,
                Digest.of("ids"));
    }

    static Figure sensitivity(double value, double low, double high) {
        return sensitivityOf(null, value, low, high);
    }

    static Figure sensitivityOf(@Nullable String sex, double value, double low, double high) {
        return new Figure(
                GateMetric.SENSITIVITY, sex == null ? null : "sex", sex, value, low, high, 412L, 120L, Tier.FULL, null);
    }

    /** A group so small that nothing of it is shown. */
    static Figure hidden(String sex) {
        return new Figure(GateMetric.SENSITIVITY, "sex", sex, 0.5, 0.1, 0.9, 4L, 2L, Tier.SUPPRESSED, null);
    }
}
