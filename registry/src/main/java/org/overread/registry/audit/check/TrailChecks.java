package org.overread.registry.audit.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.transaction.ShortTransaction;

/**
 * Has the trail checked: what was added since the last anchor each hour, all of it each day, and on demand. A trail that
 * was found broken is checked as a whole until it no longer is. A break is told to compliance when it is found.
 */
@ApplicationScoped
@Transactional
public class TrailChecks {
    private static final Actor.Product PRODUCT = new Actor.Product("audit");
    private static final Duration TAIL_EVERY = Duration.ofHours(1);
    private static final Duration WHOLE_EVERY = Duration.ofDays(1);

    @Inject
    TrailVerifier verifier;

    @Inject
    CheckLog log;

    @Inject
    AuditTrail trail;

    @Inject
    @Any
    Instance<BreakNews> news;

    @Inject
    ShortTransaction transaction;

    @Inject
    InstantSource clock;

    /** Checks every entry now. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public TrailCheck whole(Actor actor) {
        var reach = AuditReach.of(actor);
        return told(transaction.run(() -> kept(verifier.whole()))).seenBy(reach);
    }

    /** What came of the last check, as far as the actor may know. */
    public Optional<TrailCheck> last(Actor actor) {
        var reach = AuditReach.of(actor);
        return log.last().map(check -> check.seenBy(reach));
    }

    /**
     * What the last check found that is on record of the version at the site and that the trail does not bear out, a
     * sentence each. It is for everybody who is told how the version stands there.
     */
    public List<String> doubts(ModelVersionId version, String site) {
        return log.last().stream()
                .flatMap(check -> check.records().stream())
                .filter(fault -> fault.isAbout(version, site))
                .map(RecordFault::sentence)
                .map(doubt -> "The audit trail does not bear out what stands here: %s.".formatted(doubt))
                .toList();
    }

    /** Checks what is due by the clock; empty when nothing is. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<TrailCheck> keepUp() {
        return transaction.run(this::due).map(this::told);
    }

    private Optional<Kept> due() {
        var last = log.last();
        if (last.filter(check -> !past(check, TAIL_EVERY)).isPresent()) {
            return Optional.empty();
        }
        boolean whole = last.filter(TrailCheck::broken).isPresent()
                || log.lastWhole().filter(check -> !past(check, WHOLE_EVERY)).isEmpty();
        return Optional.of(kept(whole ? verifier.whole() : verifier.tail()));
    }

    /** @param news whether it found what was not known to be broken */
    private record Kept(TrailCheck check, boolean news) {}

    private boolean past(TrailCheck check, Duration time) {
        return !check.at().plus(time).isAfter(clock.instant());
    }

    private Kept kept(TrailCheck check) {
        var before = log.last();
        log.keep(check);
        boolean isNews = isNews(check, before);
        if (isNews) {
            found(check).forEach(deed -> trail.append(PRODUCT, deed));
        }
        return new Kept(check, isNews);
    }

    /** Those outside are told when it is kept: a mail server may take its time. */
    private TrailCheck told(Kept kept) {
        if (kept.news()) {
            news.forEach(each -> each.tell(kept.check()));
        }
        return kept.check();
    }

    /** A chain that is broken as it was, and records that disagree as they did, are told once. */
    private static boolean isNews(TrailCheck check, Optional<TrailCheck> before) {
        boolean chain = check.result() instanceof Broken
                && before.filter(last -> last.result() instanceof Broken).isEmpty();
        var known = before.map(TrailCheck::records).orElse(List.of());
        return chain || !known.containsAll(check.records());
    }

    private static Stream<Deed> found(TrailCheck check) {
        var chain = check.result() instanceof Broken broken
                ? Stream.of(found(
                        "broken at entry " + broken.seq(),
                        Map.of("kind", broken.kind().name(), "reason", broken.reason())))
                : Stream.<Deed>empty();
        var records = check.records().isEmpty()
                ? Stream.<Deed>empty()
                : Stream.of(found(
                        "and what is on record in disagreement: "
                                + check.records().getFirst().sentence(),
                        Map.of("records", String.valueOf(check.records().size()))));
        return Stream.concat(chain, records);
    }

    private static Deed found(String how, Map<String, String> details) {
        return new Deed("audit.broken", "audit-trail", "audit-trail", null, "found the audit trail " + how, details);
    }
}
