package org.overread.web.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;

/**
 * What must be done after the start and before the first visitor. It is done aside, so that the server starts meanwhile;
 * until all of it is done the product is not ready, and when something fails the log and the readiness check say what.
 */
@ApplicationScoped
public class Preparations {
    private static final Logger LOG = Logger.getLogger(Preparations.class.getName());

    private final Map<String, String> unfinished = new ConcurrentHashMap<>();

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    Executor executor;

    /** Begins the work, named by what it will have done, such as {@code The demonstration hospital}. */
    public void begin(String what, Runnable work) {
        unfinished.put(what, "");
        executor.execute(() -> finish(what, work));
    }

    boolean done() {
        return unfinished.isEmpty();
    }

    /** What failed and why, in sentences; empty when nothing did. */
    String failures() {
        return unfinished.values().stream()
                .filter(failure -> !failure.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void finish(String what, Runnable work) {
        try {
            work.run();
            unfinished.remove(what);
        } catch (RuntimeException e) {
            var failure = Failure.of(e);
            var told = what + " could not be prepared: " + reason(failure);
            LOG.log(Level.SEVERE, told, failure instanceof GovernanceException ? null : e);
            unfinished.put(what, told);
        }
    }

    private static String reason(Throwable failure) {
        var fields = failure instanceof GovernanceException refused ? refused.fields() : List.<FieldProblem>of();
        return fields.stream()
                .map(problem -> problem.field() + " " + problem.reason() + ".")
                .collect(Collectors.joining(" ", failure.getMessage() + " ", ""))
                .strip();
    }
}
