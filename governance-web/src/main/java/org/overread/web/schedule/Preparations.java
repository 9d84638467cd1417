package org.overread.web.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;

/**
 * What must be done after the start and before the first visitor. It is done aside, so that the server starts meanwhile;
 * until all of it is done the product is not ready, and when something fails the log and the readiness check say what.
 */
@ApplicationScoped
public class Preparations {
    private static final Logger LOG = Logger.getLogger(Preparations.class.getName());

    private final Map<String, Work> unfinished = new ConcurrentHashMap<>();

    /** What is still to be done: what it is at, and why it failed; each empty if there is nothing to say. */
    private record Work(String step, String failure) {
        static final Work BEGUN = new Work("", "");
    }

    @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
    @SuppressWarnings("NullAway.Init") // the server fills it
    Executor executor;

    /** Begins the work, named by what it will have done, such as {@code The demonstration hospital}. */
    public void begin(String what, Runnable work) {
        unfinished.put(what, Work.BEGUN);
        executor.execute(() -> finish(what, work));
    }

    /** Tells those who wait what the work is at, such as {@code month 7 of 18}. */
    public void tell(String what, String step) {
        unfinished.computeIfPresent(what, (_, work) -> new Work(step, work.failure()));
    }

    boolean done() {
        return unfinished.isEmpty();
    }

    /** What failed and why, in sentences; empty when nothing did. */
    String failures() {
        return told(" ", (_, work) -> work.failure());
    }

    /** What is being done, such as {@code The demonstration hospital: month 7 of 18}; empty when all is done. */
    String steps() {
        return told("; ", (what, work) -> work.step().isEmpty() ? what : what + ": " + work.step());
    }

    private String told(String between, BiFunction<String, Work, String> words) {
        return unfinished.entrySet().stream()
                .map(entry -> words.apply(entry.getKey(), entry.getValue()))
                .filter(told -> !told.isEmpty())
                .sorted()
                .collect(Collectors.joining(between));
    }

    void finish(String what, Runnable work) {
        try {
            work.run();
            unfinished.remove(what);
        } catch (RuntimeException | Error e) {
            var failure = Failure.of(e);
            var told = what + " could not be prepared: " + reason(failure);
            LOG.log(Level.SEVERE, told, failure instanceof GovernanceException ? null : e);
            unfinished.put(what, new Work("", told));
        }
    }

    /** Of what the product did not foresee the kind is told, too: the message of some errors is a bare name. */
    private static String reason(Throwable failure) {
        return failure instanceof GovernanceException refused
                ? refused.fields().stream()
                        .map(problem -> problem.field() + " " + problem.reason() + ".")
                        .collect(Collectors.joining(" ", refused.getMessage() + " ", ""))
                        .strip()
                : failure.toString();
    }
}
