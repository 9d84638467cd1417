package org.overread.web.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.RecordVerification;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.audit.check.TrailChecks;

/**
 * Checks the audit chain behind the screen, so that whoever asked may leave the page. One check runs at a time; who asks
 * meanwhile gets the same.
 */
@ApplicationScoped
class ChainCheck {
    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @Nullable
    Executor threads;

    @Inject
    TrailChecks checks;

    @Inject
    RecordVerification records;

    private @Nullable CompletableFuture<Checked> running;
    private List<RecordFault> faults = List.of();

    /**
     * What came of a check.
     *
     * @param records decisions on record that do not agree with the trail, as far as this check looked at them
     */
    record Checked(TrailCheck check, List<RecordFault> records) {}

    /** What came of the last check, whoever asked for it; of records, what this server was last told. */
    synchronized Optional<Checked> last(Actor actor) {
        return checks.last(actor).map(check -> new Checked(check, faults));
    }

    /** The check that is under way. */
    synchronized Optional<CompletableFuture<Checked>> running() {
        return Optional.ofNullable(running);
    }

    /** Starts a check, or joins the one that is under way. */
    synchronized CompletableFuture<Checked> start(Actor actor) {
        AuditReach.of(actor);
        if (running != null) {
            return running;
        }
        var check = CompletableFuture.supplyAsync(
                () -> new Checked(checks.whole(actor), records.verify(actor)), executor());
        running = check;
        check.whenComplete((checked, _) -> end(checked));
        return check;
    }

    Executor executor() {
        return threads == null ? Runnable::run : threads;
    }

    private synchronized void end(@Nullable Checked checked) {
        faults = checked == null ? faults : checked.records();
        running = null;
    }
}
