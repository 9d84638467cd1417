package org.overread.registry.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditActor;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditRecord;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.CanonicalJson;

/** An audit trail in memory, chained as the real one is, that can be written and read. */
public final class InMemoryTrail implements AuditTrail, AuditLog {
    private final AuditChain chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));
    private final List<AuditEntry> entries = new ArrayList<>();
    private AuditHead head = AuditHead.EMPTY;
    private Instant now = Instant.EPOCH;
    private @Nullable AuditRecord unsealed;

    /** What time it is for deeds that do not say. */
    public void at(Instant newNow) {
        now = newNow;
    }

    @Override
    public void append(Actor actor, Deed deed) {
        append(actor, deed, now);
    }

    public void append(Actor actor, Deed deed, Instant at) {
        var entry = chain.next(head, AuditRecord.of(actor, deed, at));
        entries.add(entry);
        head = new AuditHead(entry.seq(), entry.hash());
    }

    /** What somebody who owns the database could do. */
    public void alter(long seq, String sentence) {
        entries.replaceAll(entry -> entry.seq() == seq
                ? new AuditEntry(
                        entry.seq(),
                        entry.at(),
                        entry.actorId(),
                        entry.actorName(),
                        entry.action(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.model(),
                        sentence,
                        entry.details(),
                        entry.previous(),
                        entry.hash())
                : entry);
    }

    public void clear() {
        entries.clear();
        head = AuditHead.EMPTY;
    }

    @Override
    public List<AuditEntry> newest(AuditFilter filter, AuditReach reach, int offset, int limit) {
        return oldest(filter, reach).toList().reversed().stream()
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(AuditFilter filter, AuditReach reach) {
        return oldest(filter, reach).count();
    }

    @Override
    public Stream<AuditEntry> oldest(AuditFilter filter, AuditReach reach) {
        var models = reach.models();
        return entries.stream()
                .filter(entry -> models == null || models.contains(String.valueOf(entry.model())))
                .filter(entry -> filter.model() == null || filter.model().equals(entry.model()))
                .filter(entry -> filter.actor() == null || filter.actor().equals(entry.actorId()))
                .filter(entry -> filter.action() == null || entry.action().startsWith(filter.action()))
                .filter(entry -> filter.from() == null || !entry.at().isBefore(filter.from()))
                .filter(entry -> filter.to() == null || entry.at().isBefore(filter.to()))
                .filter(entry -> filter.text() == null
                        || entry.sentence().contains(filter.text())
                        || entry.subjectId().contains(filter.text()));
    }

    @Override
    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).distinct().sorted().toList();
    }

    @Override
    public List<AuditActor> actors(AuditReach reach) {
        return entries.stream()
                .map(entry -> new AuditActor(entry.actorId(), entry.actorName()))
                .distinct()
                .toList();
    }

    @Override
    public List<String> models(AuditReach reach) {
        return entries.stream()
                .map(AuditEntry::model)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    @Override
    public Optional<AuditHead> head() {
        return Optional.of(head);
    }

    @Override
    public Stream<AuditEntry> chain(AuditHead after, AuditHead upTo) {
        return entries.stream().filter(entry -> entry.seq() > after.seq());
    }

    @Override
    public Optional<String> hash(long seq) {
        return entries.stream()
                .filter(entry -> entry.seq() == seq)
                .map(AuditEntry::hash)
                .findFirst();
    }

    @Override
    public Optional<AuditRecord> unsealed() {
        return Optional.ofNullable(unsealed);
    }

    /** What somebody who owns the database could do to a record that is not sealed yet. */
    public void loseSealOf(Actor actor, Deed deed) {
        unsealed = AuditRecord.of(actor, deed, now);
    }

    @Override
    public boolean recordsGone() {
        return false;
    }
}
