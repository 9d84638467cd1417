package org.overread.registry.audit.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.Deed;
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
        AuditReach.of(actor);
        return told(transaction.run(() -> kept(verifier.whole())));
    }

    /** What came of the last check. */
    public Optional<TrailCheck> last(Actor actor) {
        AuditReach.of(actor);
        return log.last();
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
        boolean before = log.last().filter(TrailCheck::broken).isPresent();
        log.keep(check);
        if (check.result() instanceof Broken broken && !before) {
            trail.append(PRODUCT, found(broken));
            return new Kept(check, true);
        }
        return new Kept(check, false);
    }

    /** Those outside are told when it is kept: a mail server may take its time. */
    private TrailCheck told(Kept kept) {
        if (kept.news() && kept.check().result() instanceof Broken broken) {
            news.forEach(each -> each.tell(broken));
        }
        return kept.check();
    }

    private static Deed found(Broken broken) {
        return new Deed(
                "audit.broken",
                "audit-trail",
                "audit-trail",
                null,
                "found the audit trail broken at entry " + broken.seq(),
                Map.of("kind", broken.kind().name(), "reason", broken.reason()));
    }
}
