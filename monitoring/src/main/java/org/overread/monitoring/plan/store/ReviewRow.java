package org.overread.monitoring.plan.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.monitoring.plan.PeriodicReview;
import org.overread.registry.ModelVersionId;

/** A regular review at rest. */
@Entity(name = "PeriodicReviewRow")
@Table(schema = "monitoring", name = "periodic_review")
class ReviewRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;
    String note = "";

    @Column(name = "reviewed_by")
    String reviewedBy = "";

    @Column(name = "reviewed_by_name")
    String reviewedByName = "";

    @Column(name = "reviewed_at")
    Instant reviewedAt = Instant.EPOCH;

    static ReviewRow of(PeriodicReview review) {
        var row = new ReviewRow();
        row.id = review.id();
        row.model = review.version().model();
        row.version = review.version().version();
        row.note = review.note();
        row.reviewedBy = review.by();
        row.reviewedByName = review.byName();
        row.reviewedAt = review.at();
        return row;
    }

    PeriodicReview review() {
        return new PeriodicReview(id, new ModelVersionId(model, version), note, reviewedBy, reviewedByName, reviewedAt);
    }
}
