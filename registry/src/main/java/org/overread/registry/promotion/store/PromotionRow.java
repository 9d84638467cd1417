package org.overread.registry.promotion.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Evidence;
import org.overread.registry.promotion.Frozen;
import org.overread.registry.promotion.PromotionFile;
import org.overread.registry.promotion.Submission;

/** A submission and its evidence at rest. */
@Entity
@Table(schema = "registry", name = "promotion")
class PromotionRow {
    @Id
    UUID id = new UUID(0, 0);

    String model = "";
    int version;

    @Column(name = "version_digest")
    String versionDigest = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "stage_from")
    Stage from = Stage.REGISTERED;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage_to")
    Stage target = Stage.REGISTERED;

    String site = "";
    String requester = "";

    @Column(name = "requester_name")
    String requesterName = "";

    @Nullable String rationale;

    @Column(name = "submitted_at")
    Instant submittedAt = Instant.EPOCH;

    UUID policy = new UUID(0, 0);

    @Column(name = "policy_digest")
    String policyDigest = "";

    String evidence = "";

    @Column(name = "evidence_digest")
    String evidenceDigest = "";

    String digest = "";

    static PromotionRow of(PromotionFile opened) {
        var submission = opened.submission();
        var row = new PromotionRow();
        row.id = submission.id();
        row.model = submission.version().model();
        row.version = submission.version().version();
        row.versionDigest = submission.versionDigest().hex();
        row.from = submission.from();
        row.target = submission.target();
        row.site = submission.site();
        row.requester = submission.requester();
        row.requesterName = submission.requesterName();
        row.rationale = submission.rationale();
        row.submittedAt = submission.submittedAt();
        row.policy = submission.policy();
        row.policyDigest = submission.policyDigest().hex();
        row.evidence = opened.evidence().text();
        row.evidenceDigest = submission.evidenceDigest().hex();
        row.digest = opened.submitted().hex();
        return row;
    }

    Submission submission() {
        return new Submission(
                id,
                new ModelVersionId(model, version),
                new Digest(versionDigest),
                from,
                target,
                site,
                requester,
                requesterName,
                rationale,
                submittedAt,
                policy,
                new Digest(policyDigest),
                new Digest(evidenceDigest));
    }

    Digest submitted() {
        return new Digest(digest);
    }

    Frozen<Evidence> evidence() {
        return FrozenTexts.read(evidence, evidenceDigest, Evidence.class);
    }
}
