package org.overread.monitoring.feedback.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.Indicator;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/** A card at rest. */
@Entity
@Table(schema = "monitoring", name = "card")
class CardRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;

    @Column(name = "prediction_id")
    String predictionId = "";

    @Nullable String site;

    @Nullable String department;

    @Nullable @Column(name = "shown_to")
    UUID shownTo;

    @Column(name = "shown_at")
    Instant shownAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    Indicator indicator = Indicator.INFO;

    @Column(name = "registered_by")
    String registeredBy = "";

    @Column(name = "registered_at")
    Instant registeredAt = Instant.EPOCH;

    static CardRow of(Card card, String registeredBy, Instant registeredAt) {
        var row = new CardRow();
        row.id = card.id();
        row.model = card.version().model();
        row.version = card.version().version();
        row.predictionId = card.predictionId();
        row.site = card.site();
        row.department = card.department();
        row.shownTo = card.shownTo() == null ? null : card.shownTo().value();
        row.shownAt = card.shownAt();
        row.indicator = card.indicator();
        row.registeredBy = registeredBy;
        row.registeredAt = registeredAt;
        return row;
    }

    Card card() {
        return new Card(
                id,
                new ModelVersionId(model, version),
                predictionId,
                site,
                department,
                shownTo == null ? null : new PersonId(shownTo),
                shownAt,
                indicator);
    }
}
