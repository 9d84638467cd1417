package org.overread.web.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.overread.monitoring.run.RunAttempt;
import org.overread.monitoring.run.RunDesk;
import org.overread.monitoring.run.RunningAside;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/** Starts runs that somebody asks for, and has them carried out aside: nobody must stay and wait. */
@ApplicationScoped
public class StartedRuns {
    private static final Logger LOG = Logger.getLogger(StartedRuns.class.getName());

    @Inject
    RunDesk desk;

    @Inject
    RunningAside running;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    Executor executor;

    public RunAttempt start(Actor actor, ModelVersionId version) {
        var attempt = desk.start(actor, version);
        executor.execute(() -> carryOut(actor, attempt));
        return attempt;
    }

    private void carryOut(Actor actor, RunAttempt attempt) {
        try {
            running.carryOut(actor, attempt);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "The checks of " + attempt.version() + " could not be run", e);
        }
    }
}
