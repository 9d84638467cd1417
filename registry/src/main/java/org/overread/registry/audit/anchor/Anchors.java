package org.overread.registry.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.anchor.AnchorComparison.Found;
import org.overread.registry.audit.anchor.wire.AnchorTexts;
import org.overread.registry.transaction.ShortTransaction;

/**
 * Signs the end of the trail and puts it in every place that is set up: each hour in which something was recorded, after
 * {@value #MOST_ENTRIES} entries, and on demand. What a place did not take is put there again after a while. No
 * transaction is held while a place is waited for.
 */
@ApplicationScoped
@Transactional
public class Anchors {
    static final long MOST_ENTRIES = 10_000;
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    @Inject
    AnchorLog log;

    @Inject
    AuditLog entries;

    @Inject
    AuditTrail trail;

    @Inject
    AnchorSettings settings;

    @Inject
    @Any
    Instance<AnchorPlace> places;

    @Inject
    ShortTransaction transaction;

    @Inject
    InstantSource clock;

    /** What is anchored by itself when it is time. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void keepUp() {
        var key = settings.key();
        var head = transaction.run(entries::head).orElse(AuditHead.EMPTY);
        if (key.isEmpty() || head.seq() == 0) {
            return;
        }
        var last = transaction.run(log::last);
        if (last.isEmpty() || due(last.get().anchor(), head)) {
            make(key.get(), head, () -> {});
        } else {
            putAgain(last.get());
        }
    }

    /**
     * Anchors the trail as it is now.
     *
     * @throws GovernanceException when there is no key to sign with, or nothing to anchor
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public KeptAnchor now(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.READ_AUDIT);
        var key = settings.key().orElseThrow(() -> new GovernanceException(ErrorCode.CONFLICT, AnchorSettings.REMEDY));
        var head = transaction
                .run(entries::head)
                .filter(end -> end.seq() > 0)
                .orElseThrow(() -> new GovernanceException(ErrorCode.CONFLICT, "There is no entry to anchor."));
        var deed = Deed.of(
                "audit.anchored",
                "audit-trail",
                "audit-trail",
                null,
                "anchored the audit trail at entry " + head.seq());
        return make(key, head, () -> trail.append(actor, deed));
    }

    /** The newest anchors and what the places said, the newest first. */
    public List<KeptAnchor> newest(Actor actor, int limit) {
        AuditReach.of(actor);
        return log.newest(limit);
    }

    /** What somebody needs to check anchors without this server. */
    public Identity identity(Actor actor) {
        AuditReach.of(actor);
        return new Identity(
                log.installation().toString(),
                settings.key().map(AnchorKey::publicKey).orElse(""),
                open());
    }

    /**
     * Who signs, and where to.
     *
     * @param publicKey Base64 of its X.509 form; empty when there is none
     */
    public record Identity(String installation, String publicKey, List<String> places) {}

    /** Every anchor that can be read and was signed here, to hold the trail against; and what cannot be read any more. */
    public Readable readable() {
        var remembered = log.all();
        var all = settings.key().stream()
                .flatMap(key -> Stream.concat(
                                remembered.stream().map(signed -> new Candidate(signed, "the database")),
                                outside()
                                        .flatMap(place -> place.kept().stream()
                                                .map(signed -> new Candidate(signed, place.name()))))
                        .filter(candidate -> key.signed(candidate.signed())))
                .toList();
        var known = new HashSet<>(remembered.stream().map(SignedAnchor::text).toList());
        var found = all.stream()
                .map(candidate -> new Found(
                        candidate.signed().anchor(),
                        candidate.where(),
                        known.contains(candidate.signed().text())))
                .toList();
        return new Readable(log.installation(), log.people(), found, lost(all));
    }

    private record Candidate(SignedAnchor signed, String where) {}

    /** How many anchors a place has said it keeps that are not found there any more. */
    private int lost(List<Candidate> found) {
        return outside()
                .mapToInt(place -> {
                    var there = new HashSet<>(found.stream()
                            .filter(candidate -> candidate.where().equals(place.name()))
                            .map(candidate -> candidate.signed().anchor().seq())
                            .toList());
                    return (int) log.said(place.name()).stream()
                            .distinct()
                            .filter(seq -> !there.contains(seq))
                            .count();
                })
                .sum();
    }

    private Stream<AnchorPlace> outside() {
        return places.stream().filter(place -> place.open() && place.readable());
    }

    private List<String> open() {
        return places.stream()
                .filter(AnchorPlace::open)
                .map(AnchorPlace::name)
                .sorted()
                .toList();
    }

    private boolean due(Anchor last, AuditHead head) {
        return head.seq() != last.seq()
                && (head.seq() - last.seq() >= MOST_ENTRIES
                        || head.seq() < last.seq()
                        || !last.at().plus(EVERY).isAfter(clock.instant()));
    }

    /** @param alongside what is kept with it */
    private KeptAnchor make(AnchorKey key, AuditHead head, Runnable alongside) {
        var id = TimeOrderedIds.next();
        var signed = transaction.run(() -> {
            var anchor = Anchor.of(log.installation(), head, now(), log.people());
            var made = key.sign(anchor, AnchorTexts.text(anchor));
            log.keep(id, made);
            alongside.run();
            return made;
        });
        var receipts = places.stream()
                .filter(AnchorPlace::open)
                .map(place -> put(place, id, signed))
                .toList();
        return new KeptAnchor(id, signed, receipts);
    }

    private void putAgain(KeptAnchor last) {
        places.stream()
                .filter(place -> place.open() && !last.places().contains(place.name()))
                .filter(place -> tried(last, place).isBefore(clock.instant().minus(AGAIN_AFTER)))
                .forEach(place -> put(place, last.id(), last.signed()));
    }

    private static Instant tried(KeptAnchor last, AnchorPlace place) {
        return last.receipts().stream()
                .filter(receipt -> receipt.place().equals(place.name()))
                .map(Receipt::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Receipt put(AnchorPlace place, java.util.UUID id, SignedAnchor signed) {
        var answer = place.put(signed);
        var receipt = new Receipt(TimeOrderedIds.next(), id, place.name(), now(), answer.kept(), answer.words());
        transaction.run(() -> log.keep(receipt));
        return receipt;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The last anchor; empty when there was none. */
    public Optional<KeptAnchor> last(Actor actor) {
        AuditReach.of(actor);
        return log.last();
    }
}
