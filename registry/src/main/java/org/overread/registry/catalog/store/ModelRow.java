package org.overread.registry.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.RiskTier;

/** A model at rest. */
@Entity
@Table(schema = "registry", name = "model")
class ModelRow {
    @Id
    String id = "";

    String name = "";

    @Column(name = "intended_use")
    String intendedUse = "";

    @Enumerated(EnumType.STRING)
    OutputKind kind = OutputKind.RISK_SCORE;

    @Column(name = "risk_tier")
    @Enumerated(EnumType.STRING)
    RiskTier riskTier = RiskTier.HIGH;

    String department = "";

    @Column(name = "clinical_owner")
    UUID clinicalOwner = new UUID(0, 0);

    @Column(name = "model_owner")
    UUID modelOwner = new UUID(0, 0);

    String sponsor = "";

    @Column(name = "registered_at")
    Instant registeredAt = Instant.EPOCH;

    static ModelRow of(RegisteredModel model) {
        var row = new ModelRow();
        row.id = model.id();
        row.name = model.name();
        row.intendedUse = model.intendedUse();
        row.kind = model.kind();
        row.riskTier = model.riskTier();
        row.department = model.department();
        row.clinicalOwner = model.clinicalOwner().value();
        row.modelOwner = model.modelOwner().value();
        row.sponsor = model.sponsor();
        row.registeredAt = model.registeredAt();
        return row;
    }

    RegisteredModel model() {
        return new RegisteredModel(
                id,
                name,
                intendedUse,
                kind,
                riskTier,
                department,
                new PersonId(clinicalOwner),
                new PersonId(modelOwner),
                sponsor,
                registeredAt);
    }
}
