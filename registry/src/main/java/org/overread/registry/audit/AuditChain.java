package org.overread.registry.audit;

import java.util.Iterator;
import java.util.function.Function;
import org.overread.registry.Digest;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;

/**
 * Links each audit entry to the one before, and finds the first that is not as it was written.
 *
 * <p>The hash of an entry is the SHA-256, in lower-case hexadecimal, of the UTF-8 bytes of one JSON object with exactly
 * these keys in this order and no white space: {@code action, actorId, actorName, at, details, model, previous,
 * sentence, seq, subjectId, subjectType}. {@code seq} is a number, {@code at} is ISO 8601 in UTC with 0, 3 or 6 decimals as
 * needed, {@code details} an object of texts with its keys in order, {@code model} may be {@code null}, all else are
 * texts. Nothing but quotes, backslashes and control characters is escaped: it is the form of RFC 8785. (Before there was
 * that form, a control character without a short escape was written with upper-case digits.) So an exported trail can be checked without
 * this product, for instance in Python by {@code sha256(json.dumps(entry, sort_keys=True, separators=(",", ":"),
 * ensure_ascii=False).encode())} where {@code entry} lacks its {@code hash}.
 *
 * <p>Whoever owns the database and knows this rule can compute a whole new chain. Against that helps a head hash that
 * is kept elsewhere: each verification states it. See
 * {@code registry/docs/decisions/002-audit-chain-and-its-head.md}.
 */
public final class AuditChain {
    private final Function<AuditEntry, String> text;
    private final Function<AuditEntry, String> former;

    /** @param text writes an entry's {@link AuditEntry#content} as described above */
    public AuditChain(Function<AuditEntry, String> text) {
        this(text, text);
    }

    /** @param former writes it as entries were hashed before, which stay as they are */
    public AuditChain(Function<AuditEntry, String> text, Function<AuditEntry, String> former) {
        this.text = text;
        this.former = former;
    }

    /** The entry that follows the head. */
    public AuditEntry next(AuditHead head, AuditRecord record) {
        var deed = record.deed();
        var open = new AuditEntry(
                head.seq() + 1,
                record.at(),
                record.actorId(),
                record.actorName(),
                deed.action(),
                deed.subjectType(),
                deed.subjectId(),
                deed.model(),
                deed.sentence(),
                deed.details(),
                head.hash(),
                "");
        return open.withHash(hash(open));
    }

    /** Checks the entries of the whole chain. */
    public ChainVerification verify(Iterator<AuditEntry> entries, AuditHead head) {
        return verify(entries, AuditHead.EMPTY, head);
    }

    /**
     * Checks the entries behind {@code after}, oldest first, against each other and against the head. Reads them once and
     * keeps none.
     */
    public ChainVerification verify(Iterator<AuditEntry> entries, AuditHead after, AuditHead head) {
        var last = after;
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.seq() > head.seq()) {
                return new Broken(entry.seq(), "was put in behind the newest entry, which is " + head.seq());
            }
            if (entry.seq() <= last.seq()) {
                return new Broken(entry.seq(), "was put in before the first entry");
            }
            if (entry.seq() > last.seq() + 1) {
                return new Broken(last.seq() + 1, "is missing");
            }
            if (!entry.hash().equals(hash(entry)) && !entry.hash().equals(formerHash(entry))) {
                return new Broken(entry.seq(), "was changed after it was written");
            }
            if (!entry.previous().equals(last.hash())) {
                return new Broken(Math.max(last.seq(), 1), "was changed and its hash computed anew");
            }
            last = new AuditHead(entry.seq(), entry.hash());
        }
        return atTheEnd(last, head);
    }

    private static ChainVerification atTheEnd(AuditHead last, AuditHead head) {
        if (last.seq() < head.seq()) {
            return new Broken(last.seq() + 1, "is missing, like everything up to " + head.seq());
        }
        if (!last.hash().equals(head.hash())) {
            return new Broken(last.seq(), "was changed and its hash computed anew");
        }
        return new Verified(last.seq(), last.hash());
    }

    private String formerHash(AuditEntry entry) {
        return Digest.of(former.apply(entry)).hex();
    }

    private String hash(AuditEntry entry) {
        return Digest.of(text.apply(entry)).hex();
    }
}
