package org.overread.registry.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.VersionDeclaration;

/** A version at rest. */
@Entity
@IdClass(VersionKey.class)
@Table(schema = "registry", name = "model_version")
class VersionRow {
    @Id
    String model = "";

    @Id
    int version;

    @Nullable Double threshold;

    @Column(name = "change_type")
    @Enumerated(EnumType.STRING)
    ChangeType changeType = ChangeType.FIRST;

    @Nullable @Column(name = "artifact_digest")
    String artifactDigest;

    @Nullable String configuration;

    @Nullable String prompt;

    @Nullable @Column(name = "mlflow_run")
    String mlflowRun;

    @Nullable @Column(name = "training_data")
    String trainingData;

    @Nullable String note;

    String[] subgroups = {};
    String digest = "";

    @Column(name = "registered_by")
    String registeredBy = "";

    @Column(name = "registered_at")
    Instant registeredAt = Instant.EPOCH;

    static VersionRow of(ModelVersion version) {
        var declared = version.declared();
        var row = new VersionRow();
        row.model = version.id().model();
        row.version = version.id().version();
        row.threshold = declared.threshold();
        row.changeType = declared.changeType();
        row.artifactDigest = declared.artifactDigest();
        row.configuration = declared.configuration();
        row.prompt = declared.prompt();
        row.mlflowRun = declared.mlflowRun();
        row.trainingData = declared.trainingData();
        row.note = declared.note();
        row.subgroups = declared.subgroups().toArray(String[]::new);
        row.digest = version.digest().hex();
        row.registeredBy = version.registeredBy();
        row.registeredAt = version.registeredAt();
        return row;
    }

    ModelVersion modelVersion() {
        var declared = new VersionDeclaration(
                threshold,
                changeType,
                artifactDigest,
                configuration,
                prompt,
                mlflowRun,
                trainingData,
                note,
                List.of(subgroups));
        return new ModelVersion(
                new ModelVersionId(model, version), declared, new Digest(digest), registeredBy, registeredAt);
    }
}
