package org.overread.registry.audit.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordVerification;
import org.overread.registry.audit.anchor.Anchor;
import org.overread.registry.audit.anchor.AnchorComparison.Found;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.Readable;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.canonical.SortedJson;

/**
 * Reads the trail and holds it against itself, against its anchors, and against the records beside it: what is on record
 * without its entry, as a step that somebody put into the database by hand, is named by every check.
 */
@ApplicationScoped
class TrailVerifier {
    private static final Actor.Product PRODUCT = new Actor.Product("audit");

    @Inject
    AuditLog log;

    @Inject
    Anchors anchors;

    @Inject
    RecordVerification records;

    @Inject
    InstantSource clock;

    private final AuditChain chain =
            new AuditChain(entry -> CanonicalJson.of(entry.content()), entry -> SortedJson.of(entry.content()));

    /** Every entry. */
    TrailCheck whole() {
        // before the head, so that none is newer than it
        var readable = anchors.readable();
        return log.head()
                .map(head -> check(readable, true, head, verified(readable, AuditHead.EMPTY, head, true)))
                .orElseGet(() -> check(readable, true, AuditHead.EMPTY, endless()));
    }

    /** The entries behind the newest anchor that fits; all of them where none does. */
    TrailCheck tail() {
        var readable = anchors.readable();
        var head = log.head();
        var from = head.flatMap(end -> start(readable, end));
        return head.isEmpty() || from.isEmpty()
                ? whole()
                : check(readable, false, head.get(), verified(readable, from.get(), head.get(), false));
    }

    private static Broken endless() {
        return new Broken(1, "cannot be checked: the record of where the trail ends is missing");
    }

    private TrailCheck check(Readable readable, boolean whole, AuditHead head, ChainVerification result) {
        return new TrailCheck(
                TimeOrderedIds.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                whole,
                result,
                head.seq(),
                readable.found().size(),
                readable.lost(),
                records.verify(PRODUCT).stream().limit(TrailCheck.MOST_RECORDS).toList());
    }

    private Optional<AuditHead> start(Readable readable, AuditHead head) {
        return readable.found().stream()
                .map(Found::anchor)
                .filter(anchor -> anchor.seq() <= head.seq())
                .max(Comparator.comparingLong(Anchor::seq))
                .filter(anchor ->
                        log.hash(anchor.seq()).filter(anchor.hash()::equals).isPresent())
                .map(anchor -> new AuditHead(anchor.seq(), anchor.hash()));
    }

    private ChainVerification verified(Readable readable, AuditHead from, AuditHead head, boolean whole) {
        var comparison = readable.comparison();
        try (var entries = log.chain(from, head)) {
            var result = chain.verify(entries.map(comparison::seen).iterator(), from, head);
            return switch (result) {
                case Broken broken -> broken;
                case Verified verified ->
                    comparison
                            .judged(head, from.seq(), readable.people())
                            .or(() -> whole ? besideTheChain(head) : Optional.empty())
                            .map(broken -> (ChainVerification) broken)
                            .orElse(verified);
            };
        }
    }

    /** What is wrong with records that have no place in the chain; the next entry is where they would stand. */
    private Optional<Broken> besideTheChain(AuditHead head) {
        if (log.recordsGone()) {
            return Optional.of(new Broken(head.seq() + 1, "was removed before it had its place in the chain"));
        }
        return log.unsealed()
                .map(record -> new Broken(
                        head.seq() + 1,
                        "is missing: what " + record.actorName() + " did at " + record.at()
                                + " was recorded and has no place in the chain"));
    }
}
