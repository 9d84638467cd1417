package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.RecordVerification;
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

    @Inject
    CurrentActor current;

    @Inject
    AuditSearch trail;

    @Inject
    RecordVerification records;

    /**
     * What was found.
     *
     * @param total how many entries there are in all
     * @param entries those asked for, newest first, each with all that its hash is taken over
     */
    public record Found(long total, List<AuditEntry> entries) {}

    /**
     * What came of checking the chain.
     *
     * @param entries how many entries there are; null when the chain is broken
     * @param head the hash of the newest entry; null when the chain is broken
     * @param firstBad the first entry that is not as it was written; null when all are
     * @param reason what is wrong with it
     * @param records decisions on record that do not agree with the trail, or entries of the trail whose record is not
     *     there, each in a sentence; {@code verified} only when there are none
     */
    public record Verification(
            boolean verified,
            @Nullable Long entries,
            @Nullable String head,
            @Nullable Long firstBad,
            @Nullable String reason,
            List<String> records) {}

    @GET
    @Operation(
            id = "searchAudit",
            says = "Entries of the audit trail, newest first",
            needs = Permission.READ_AUDIT,
            reach = Reach.SOMEWHERE)
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
            reach = Reach.SOMEWHERE)
    public Verification verify() {
        var chain = trail.verify(current.actor());
        var faults = records.verify(current.actor()).stream()
                .map(RecordFault::sentence)
                .toList();
        return switch (chain) {
            case Verified(long count, String head) ->
                new Verification(faults.isEmpty(), count, head, null, null, faults);
            case Broken(long seq, String reason) -> new Verification(false, null, null, seq, reason, faults);
        };
    }
}
