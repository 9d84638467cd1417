package org.overread.monitoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.Drift;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

class PlannedDriftTest {
    private static final ModelVersionId SEPSIS = new ModelVersionId("sepsis", 1);
    private static final Actor READER = new Actor.Product("reader");
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

    private final List<DriftQuestion> asked = new ArrayList<>();
    private @Nullable MonitoringPlan plan = PlanFixtures.plan();
    private final PlannedDrift drift = new PlannedDrift();

    PlannedDriftTest() {
        drift.drift = new Drift() {
            @Override
            public DriftReport of(Actor actor, ModelVersionId version, DriftQuestion question, DriftRule rule) {
                asked.add(question);
                return new DriftReport(null, rule, DriftBasis.NOTHING, List.of());
            }
        };
        drift.book = new Declared();
    }

    @Test
    @DisplayName("C11: what is not asked otherwise is compared with the plan's reference window, its last day included")
    void comparesWithTheReferenceWindowOfThePlan() {
        drift.of(READER, SEPSIS, new DriftQuestion(null, null, MAY, JUNE, "north"));

        assertThat(asked)
                .containsExactly(new DriftQuestion(
                        Instant.parse("2025-01-01T00:00:00Z"),
                        Instant.parse("2025-04-01T00:00:00Z"),
                        MAY,
                        JUNE,
                        "north"));
    }

    @Test
    @DisplayName("C1: a reader's own reference window goes before the plan's, and without a plan nothing is changed")
    void leavesToTheReaderWhatTheReaderSays() {
        var own = new DriftQuestion(MAY, JUNE, null, null, null);

        drift.of(READER, SEPSIS, own);
        plan = null;
        drift.of(READER, SEPSIS, DriftQuestion.DEFAULT);

        assertThat(asked).containsExactly(own, DriftQuestion.DEFAULT);
    }

    private final class Declared implements PlanBook {
        @Override
        public void lock(ModelVersionId version) {}

        @Override
        public void add(PlanRevision revision) {}

        @Override
        public Optional<PlanRevision> latest(ModelVersionId version) {
            return Optional.ofNullable(plan)
                    .map(each -> new PlanRevision(new UUID(0, 1), version, 1, each, "mira", "Mira", MAY));
        }

        @Override
        public List<PlanRevision> revisions(ModelVersionId version) {
            return latest(version).stream().toList();
        }

        @Override
        public List<PlanRevision> inForce() {
            return latest(SEPSIS).stream().toList();
        }
    }
}
