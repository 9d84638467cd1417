package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.KeptAnchor;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Searches the audit trail and checks its chain. */
@Chapter("Audit")
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AuditResource {
    private static final int MOST = 1_000;
    private static final int MOST_ANCHORS = 100;

    @Inject
    CurrentActor current;

    @Inject
    AuditSearch trail;

    @Inject
    TrailChecks checks;

    @Inject
    Anchors anchors;

    /**
     * What was found.
     *
     * @param total how many entries there are in all
     * @param entries those asked for, newest first, each with all that its hash is taken over
     */
    public record Found(long total, List<AuditEntry> entries) {}

    /**
     * What came of checking the chain, and holding it against its anchors.
     *
     * @param entries how many entries there are; null when the chain is broken
     * @param head the hash of the newest entry; null when the chain is broken
     * @param firstBad the first entry that is not as it was written; null when all are
     * @param reason what is wrong with it, to be read after "Entry 7"
     * @param records decisions on record that do not agree with the trail, or entries of the trail whose record is not
     *     there, each in a sentence; {@code verified} only when there are none
     * @param kind in which way the trail is not what it was
     * @param intact entries up to this one are as they were written; null when all are
     * @param anchors how many anchors could be read to hold it against
     * @param anchorsLost how many anchors are not where they were put any more
     */
    public record Verification(
            boolean verified,
            @Nullable Long entries,
            @Nullable String head,
            @Nullable Long firstBad,
            @Nullable String reason,
            List<String> records,
            ChainVerification.@Nullable Kind kind,
            @Nullable Long intact,
            int anchors,
            int anchorsLost) {}

    @GET
    @Operation(
            id = "searchAudit",
            says = "Entries of the audit trail, newest first",
            needs = Permission.READ_AUDIT,
            reach = Reach.MODELS)
    public Found search(
            @QueryParam("model") @Nullable String model,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("text") @Nullable String text,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        GovernanceException.refuse(
                "This part of the audit trail cannot be given.",
                new FieldProblems()
                        .when(offset < 0, "offset", "must be 0 or more")
                        .when(limit < 1 || limit > MOST, "limit", "must be from 1 to " + MOST)
                        .list());
        var filter = new AuditFilter(
                model,
                actor,
                action,
                Parameters.optionalInstant("from", from),
                Parameters.optionalInstant("to", to),
                text);
        return new Found(trail.count(current.actor(), filter), trail.search(current.actor(), filter, offset, limit));
    }

    @GET
    @Path("/verify")
    @Operation(
            id = "verifyAudit",
            says = "Check the whole chain, entry by entry",
            needs = Permission.READ_AUDIT,
            reach = Reach.MODELS)
    public Verification verify() {
        var check = checks.whole(current.actor());
        var faults = check.records().stream().map(RecordFault::withId).toList();
        return switch (check.result()) {
            case Verified(long count, String head) ->
                new Verification(
                        faults.isEmpty(), count, head, null, null, faults, null, null, check.anchors(), check.lost());
            case Broken(long seq, String reason, ChainVerification.Kind kind, long intact) ->
                new Verification(false, null, null, seq, reason, faults, kind, intact, check.anchors(), check.lost());
        };
    }

    /**
     * The anchors of the trail.
     *
     * @param installation the id that stands in each
     * @param publicKey the key they are verified with, as Base64 of its X.509 form; empty when there is none
     * @param places where they are put
     * @param anchors the newest first
     */
    public record AnchorList(String installation, String publicKey, List<String> places, List<AnchorShape> anchors) {}

    /**
     * One anchor.
     *
     * @param text the text that is signed
     * @param signature Ed25519 over its UTF-8 bytes, as Base64
     */
    public record AnchorShape(
            long seq, String hash, Instant at, String text, String signature, List<ReceiptShape> receipts) {}

    /** What a place said when it was given an anchor. */
    public record ReceiptShape(String place, Instant at, boolean kept, String words) {}

    @GET
    @Path("/anchors")
    @Operation(
            id = "listAnchors",
            says = "Where the end of the trail was put outside the database, and what is needed to verify it",
            needs = Permission.READ_AUDIT,
            reach = Reach.MODELS)
    public AnchorList anchors() {
        var identity = anchors.identity(current.actor());
        return new AnchorList(
                identity.installation(),
                identity.publicKey(),
                identity.places(),
                anchors.newest(current.actor(), MOST_ANCHORS).stream()
                        .map(AuditResource::shape)
                        .toList());
    }

    @POST
    @Path("/anchors")
    @Operation(
            id = "anchorAudit",
            says = "Sign the end of the trail now and put it in every place",
            needs = Permission.READ_AUDIT,
            reach = Reach.EVERYWHERE,
            conflicts = true)
    public AnchorShape anchor() {
        return shape(anchors.now(current.actor()));
    }

    private static AnchorShape shape(KeptAnchor kept) {
        return new AnchorShape(
                kept.anchor().seq(),
                kept.anchor().hash(),
                kept.anchor().at(),
                kept.signed().text(),
                kept.signed().signature(),
                kept.receipts().stream()
                        .map(receipt ->
                                new ReceiptShape(receipt.place(), receipt.at(), receipt.kept(), receipt.words()))
                        .toList());
    }
}
