package org.overread.registry.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One deed as the audit trail keeps it. Entries count from 1 without a gap.
 *
 * @param previous the hash of the entry before, as 64 lower-case hexadecimal digits; of the first, 64 zeros
 * @param hash over everything else in this entry, see {@link AuditChain}
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actorId,
        String actorName,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String model,
        String sentence,
        Map<String, String> details,
        String previous,
        String hash) {
    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** All but the hash, by name: what the hash is taken over. */
    public Map<String, @Nullable Object> content() {
        var content = new TreeMap<String, @Nullable Object>();
        content.put("seq", seq);
        content.put("at", at.toString());
        content.put("actorId", actorId);
        content.put("actorName", actorName);
        content.put("action", action);
        content.put("subjectType", subjectType);
        content.put("subjectId", subjectId);
        content.put("model", model);
        content.put("sentence", sentence);
        content.put("details", details);
        content.put("previous", previous);
        return content;
    }

    /** The same entry with that hash. */
    AuditEntry withHash(String newHash) {
        return new AuditEntry(
                seq,
                at,
                actorId,
                actorName,
                action,
                subjectType,
                subjectId,
                model,
                sentence,
                details,
                previous,
                newHash);
    }
}
