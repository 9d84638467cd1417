package org.overread.web.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.RecordVerification;

/**
 * Checks the audit chain behind the screen, so that whoever asked may leave the page, and remembers what came of it
 * until the server stops. One check runs at a time; who asks meanwhile gets the same.
 */
@ApplicationScoped
class ChainCheck {
    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @Nullable Executor threads;

    @Inject
    AuditSearch trail;

    @Inject
    RecordVerification records;

    @Inject
    InstantSource clock;

    private @Nullable CompletableFuture<Checked> running;
    private @Nullable Checked last;

    /**
     * What came of a check, and when it ended.
     *
     * @param records decisions on record that do not agree with the trail
     */
    record Checked(ChainVerification result, List<RecordFault> records, Instant at) {}

    /** What came of the last check. */
    synchronized Optional<Checked> last() {
        return Optional.ofNullable(last);
    }

    /** The check that is under way. */
    synchronized Optional<CompletableFuture<Checked>> running() {
        return Optional.ofNullable(running);
    }

    /** Starts a check, or joins the one that is under way. */
    synchronized CompletableFuture<Checked> start(Actor actor) {
        actor.mustBeAllowed(Permission.READ_AUDIT, Place.ANYWHERE);
        if (running != null) {
            return running;
        }
        var check = CompletableFuture.supplyAsync(
                () -> new Checked(trail.verify(actor), records.verify(actor), clock.instant()), executor());
        running = check;
        check.whenComplete((checked, _) -> end(checked));
        return check;
    }

    Executor executor() {
        return threads == null ? Runnable::run : threads;
    }

    private synchronized void end(@Nullable Checked checked) {
        last = checked == null ? last : checked;
        running = null;
    }
}
