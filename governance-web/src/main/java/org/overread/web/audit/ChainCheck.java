package org.overread.web.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.audit.check.TrailChecks;

/**
 * Checks the audit chain behind the screen, so that whoever asked may leave the page. One check runs at a time; who asks
 * meanwhile gets the same.
 */
@ApplicationScoped
class ChainCheck {
    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @Nullable Executor threads;

    @Inject
    TrailChecks checks;

    private @Nullable CompletableFuture<TrailCheck> running;

    /** What came of the last check, whoever or whatever asked for it. */
    Optional<TrailCheck> last(Actor actor) {
        return checks.last(actor);
    }

    /** The check that is under way. */
    synchronized Optional<CompletableFuture<TrailCheck>> running() {
        return Optional.ofNullable(running);
    }

    /** Starts a check, or joins the one that is under way. */
    synchronized CompletableFuture<TrailCheck> start(Actor actor) {
        AuditReach.of(actor);
        if (running != null) {
            return running;
        }
        var check = CompletableFuture.supplyAsync(() -> checks.whole(actor), executor());
        running = check;
        check.whenComplete((_, _) -> end());
        return check;
    }

    Executor executor() {
        return threads == null ? Runnable::run : threads;
    }

    private synchronized void end() {
        running = null;
    }
}
