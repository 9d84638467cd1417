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
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.review.Covered;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Signature;

/** One signature on a request at rest. */
@Entity
@Table(schema = "registry", name = "promotion_signature")
class SignatureRow {
    @Id
    UUID id = new UUID(0, 0);

    UUID promotion = new UUID(0, 0);
    int position;
    UUID signer = new UUID(0, 0);

    @Column(name = "printed_name")
    String printedName = "";

    @Enumerated(EnumType.STRING)
    Role role = Role.CLINICIAN;

    @Enumerated(EnumType.STRING)
    Meaning meaning = Meaning.REVIEW;

    String comment = "";

    @Column(name = "signed_at")
    Instant signedAt = Instant.EPOCH;

    String zone = "";

    @Column(name = "subject_digest")
    String subjectDigest = "";

    @Column(name = "evidence_digest")
    String evidenceDigest = "";

    @Column(name = "policy_digest")
    String policyDigest = "";

    @Nullable String since;

    @Nullable String previous;

    String digest = "";

    static SignatureRow of(UUID promotion, int position, Signature signature) {
        var row = new SignatureRow();
        row.id = signature.id();
        row.promotion = promotion;
        row.position = position;
        row.signer = signature.signer().value();
        row.printedName = signature.printedName();
        row.role = signature.role();
        row.meaning = signature.meaning();
        row.comment = signature.comment();
        row.signedAt = signature.signedAt();
        row.zone = signature.zone();
        row.subjectDigest = signature.covered().subject().hex();
        row.evidenceDigest = signature.covered().evidence().hex();
        row.policyDigest = signature.covered().policy().hex();
        row.since = signature.since();
        var before = signature.previous();
        row.previous = before == null ? null : before.hex();
        row.digest = signature.digest().hex();
        return row;
    }

    Signature signature() {
        return new Signature(
                id,
                new PersonId(signer),
                printedName,
                role,
                meaning,
                comment,
                signedAt,
                zone,
                new Covered(new Digest(subjectDigest), new Digest(evidenceDigest), new Digest(policyDigest)),
                since,
                previous == null ? null : new Digest(previous),
                new Digest(digest));
    }
}
