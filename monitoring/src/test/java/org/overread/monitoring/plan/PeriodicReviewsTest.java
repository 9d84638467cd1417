package org.overread.monitoring.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

/** Under a plan that asks for a review on 30 June 2026, and then every quarter. */
class PeriodicReviewsTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final PeriodicReviews reviews = new PeriodicReviews();
    private Instant now = Instant.parse("2026-01-15T12:00:00Z");

    /** Reviews in memory, the newest first. */
    private static final class Book implements ReviewBook {
        private final List<PeriodicReview> reviews = new ArrayList<>();

        @Override
        public void add(PeriodicReview review) {
            reviews.addFirst(review);
        }

        @Override
        public List<PeriodicReview> of(ModelVersionId version) {
            return List.copyOf(reviews);
        }
    }

    PeriodicReviewsTest() {
        reviews.catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        reviews.book = new Book();
        reviews.trail = audit;
        reviews.clock = () -> now;
    }

    @Test
    @DisplayName("C11: the next review is due on the plan's day, or a quarter after the last one where that is later")
    void isDueAQuarterAfterTheLast() {
        assertThat(due()).isEqualTo(LocalDate.parse("2026-06-30"));
        reviews.done(CatalogFixtures.MIRA, SEPSIS_2, "Nothing to do.");
        assertThat(due())
                .as("a review ahead of its time does not bring the next one forward")
                .isEqualTo(LocalDate.parse("2026-06-30"));

        now = Instant.parse("2026-05-01T23:59:59Z");
        reviews.done(CatalogFixtures.MIRA, SEPSIS_2, "Nothing to do.");

        assertThat(due()).isEqualTo(LocalDate.parse("2026-08-01"));
    }

    @Test
    @DisplayName("G1: only who answers alerts reviews, and each review leaves its audit entry")
    void isForWhoAnswersAlerts() {
        var rita = Actors.person("rita", Role.COMPLIANCE);
        assertThatThrownBy(() -> reviews.done(rita, SEPSIS_2, "Nothing to do."))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(audit.actions()).isEmpty();

        reviews.done(CatalogFixtures.MIRA, SEPSIS_2, "Nothing to do.");

        assertThat(audit.actions()).containsExactly("review.done");
        assertThat(reviews.of(rita, SEPSIS_2)).hasSize(1);
    }

    private LocalDate due() {
        return reviews.due(SEPSIS_2, PlanFixtures.plan());
    }
}
