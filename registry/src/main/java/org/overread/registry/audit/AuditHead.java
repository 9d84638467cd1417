package org.overread.registry.audit;

/**
 * Where the chain ends, as kept apart from the entries.
 *
 * @param seq the number of the newest entry; 0 when there is none
 * @param hash that entry's hash; 64 zeros when there is none
 */
public record AuditHead(long seq, String hash) {
    public static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));
}
