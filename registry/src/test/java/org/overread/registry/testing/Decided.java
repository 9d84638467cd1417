package org.overread.registry.testing;

import java.util.List;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Stage;

/**
 * A promotion as the product leaves it in the database when it is approved, row by row and each with its record in the
 * trail, for tests of what the database itself demands.
 *
 * @param chair who signs the approval
 * @param as the role of that signature
 * @param reviews how many reviews there are before it; the policy asks for one
 * @param covered what the approval covers as its subject
 */
public record Decided(
        UUID id, ModelVersionId version, String site, Stage stage, UUID chair, String as, int reviews, String covered) {
    public static final UUID CHAIR = new UUID(5, 5);
    public static final UUID REQUESTER = new UUID(5, 1);
    private static final String TOLD = ";\n";
    private static final String REQUEST = Digest.of("request").hex();
    private static final String OTHER = Digest.of("other").hex();
    private static final String POLICY = Digest.of("policy").hex();
    private static final String VERSION = Digest.of("version").hex();
    private static final String EVIDENCE = Digest.of("evidence").hex();

    /** Approved as it should be. */
    public static Decided of(int number, ModelVersionId version, String site, Stage stage) {
        return new Decided(id(number), version, site, stage, CHAIR, "CHAIR", 1, REQUEST);
    }

    /** The id of the promotion of that number. */
    public static UUID id(int number) {
        return new UUID(71, number);
    }

    public Decided by(UUID other, String role) {
        return new Decided(id, version, site, stage, other, role, reviews, covered);
    }

    public Decided without(String part) {
        return switch (part) {
            case "reviews" -> new Decided(id, version, site, stage, chair, as, 0, covered);
            case "cover" -> new Decided(id, version, site, stage, chair, as, reviews, OTHER);
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** What was asked for, and the reviews. */
    public List<String> asked() {
        var policy = "INSERT INTO registry.policy (id, name, number, content, digest, published_at) VALUES"
                + " ('%s', '%s', 1, '{\"reviews\":[{\"quorum\":1,\"role\":\"TECHNICAL_REVIEWER\"}]}', '%s', now())"
                        .formatted(id, id, POLICY)
                + told("policy.published", "x", "policy", id.toString(), "{\"digest\":\"%s\"}".formatted(POLICY));
        var promotion = """
                INSERT INTO registry.promotion (id, model, version, version_digest, stage_from, stage_to, site, requester,
                    requester_name, submitted_at, policy, policy_digest, evidence, evidence_digest, digest)
                VALUES ('%s', '%s', %d, '%s', 'REGISTERED', '%s', '%s', '%s', 'Olga', now(), '%s', '%s', '{}', '%s', '%s')""".formatted(
                                id,
                                version.model(),
                                version.version(),
                                VERSION,
                                stage,
                                site,
                                REQUESTER,
                                id,
                                POLICY,
                                EVIDENCE,
                                REQUEST)
                + told(
                        "promotion.submitted",
                        REQUESTER.toString(),
                        "promotion",
                        id.toString(),
                        "{\"digest\":\"%s\",\"policy\":\"%s\",\"evidence\":\"%s\"}"
                                .formatted(REQUEST, POLICY, EVIDENCE));
        return reviews == 0
                ? List.of(policy, promotion)
                : List.of(policy, promotion, signature(1, new UUID(6, 1), "TECHNICAL_REVIEWER", "REVIEW", REQUEST));
    }

    public String approval() {
        return signature(reviews + 1, chair, as, "APPROVAL", covered);
    }

    public String rejection() {
        return signature(reviews + 1, chair, as, "REJECTION", covered);
    }

    /** That the requester took it back. */
    public String withdrawal() {
        return "INSERT INTO registry.promotion_withdrawal VALUES ('%s', '%s', 'Olga', now())".formatted(id, REQUESTER)
                + told("promotion.withdrawn", REQUESTER.toString(), "promotion", id.toString(), "{}");
    }

    /** All of it. */
    public String[] rows() {
        return java.util.stream.Stream.concat(asked().stream(), java.util.stream.Stream.of(approval()))
                .toArray(String[]::new);
    }

    /** The step that carries it out. */
    public String step() {
        return """
                INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, promotion, entered_by)
                VALUES ('%s', %d, '%s', '%s', now(), '%s', '%s')""".formatted(version.model(), version.version(), site, stage, id, chair)
                + told(
                        "stage.entered",
                        "releases",
                        "model-version",
                        version.toString(),
                        "{\"site\":\"%s\",\"stage\":\"%s\",\"by\":\"%s\",\"promotion\":\"%s\"}"
                                .formatted(site, stage, chair, id));
    }

    private String signature(int position, UUID signer, String role, String meaning, String subject) {
        return """
                INSERT INTO registry.promotion_signature (id, promotion, position, signer, printed_name, role, meaning,
                    comment, signed_at, zone, subject_digest, evidence_digest, policy_digest, previous, digest)
                VALUES (gen_random_uuid(), '%s', %d, '%s', 'Somebody', '%s', '%s', '', now(), 'UTC', '%s', '%s', '%s', %s, '%s')""".formatted(
                                id,
                                position,
                                signer,
                                role,
                                meaning,
                                subject,
                                EVIDENCE,
                                POLICY,
                                position == 1 ? "NULL" : "'" + ofSignature(position - 1) + "'",
                                ofSignature(position))
                + told(
                        verb(meaning),
                        signer.toString(),
                        "promotion",
                        id.toString(),
                        "{\"signature\":\"%s\",\"subject\":\"%s\",\"evidence\":\"%s\",\"policy\":\"%s\"}"
                                .formatted(ofSignature(position), subject, EVIDENCE, POLICY));
    }

    private static String verb(String meaning) {
        return switch (meaning) {
            case "REVIEW" -> "promotion.reviewed";
            case "APPROVAL" -> "promotion.approved";
            default -> "promotion.rejected";
        };
    }

    /** The row without its record. */
    public static String unrecorded(String row) {
        return row.split(TOLD, 2)[0];
    }

    /** The row's record without the row. */
    public static String recordOf(String row) {
        return row.split(TOLD, 2)[1];
    }

    /** The record of the deed, in the same transaction as the row before it. */
    private static String told(String action, String actor, String type, String subject, String details) {
        return TOLD + """
                INSERT INTO registry.audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, sentence, details)
                VALUES (gen_random_uuid(), now(), '%s', 'Somebody', '%s', '%s', '%s', 'told', '%s')""".formatted(actor, action, type, subject, details);
    }

    /** The digest of the signature at that place. */
    public static String ofSignature(int position) {
        return Digest.of("signature " + position).hex();
    }
}
