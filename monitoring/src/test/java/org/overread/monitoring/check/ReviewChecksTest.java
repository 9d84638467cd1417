package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.registry.ModelVersionId;

class ReviewChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-04T23:59:59Z");

    @Test
    @DisplayName("C11: a review is missed once its day is over, and since the day after")
    void isMissedOnceItsDayIsOver() {
        assertThat(check("2026-03-04")).returns(CheckState.OK, Check::state).returns(null, Check::since);
        assertThat(check("2026-03-03"))
                .returns(CheckState.ALERT, Check::state)
                .returns(LocalDate.parse("2026-03-04"), Check::since)
                .returns("The review due on 3 March 2026 has not been done.", Check::sentence);
    }

    private static Check check(String due) {
        var checks = new ReviewChecks();
        checks.reviews = new PeriodicReviews() {
            @Override
            public LocalDate due(ModelVersionId version, MonitoringPlan plan) {
                return LocalDate.parse(due);
            }
        };
        var watch = new Watch(new ModelVersionId("sepsis", 2), PlanFixtures.plan(), NOW, null, true, NOW);
        return checks.checks(watch).getFirst();
    }
}
