package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToDoubleFunction;
import org.overread.registry.Actor;
import org.overread.web.metrics.Exposition;
import org.overread.web.metrics.Source;

/** How the rounds of this server have gone: whoever watches it sees the one that fails, and the one that is stuck. */
@ApplicationScoped
class RoundFigures implements Source {
    @Inject
    InstantSource clock;

    private final Map<String, Gone> rounds = new ConcurrentSkipListMap<>();

    /**
     * How a round has gone so far.
     *
     * @param due when it should next have ended, were it to take no time
     * @param succeeded when it last ended without a failure; the beginning of 1970 if never
     */
    private record Gone(Instant due, Instant succeeded, long runs, long failures) {}

    /** Expects the round after a pause. */
    void expect(Round round, Duration pause) {
        rounds.put(round.name(), new Gone(clock.instant().plus(pause), Instant.EPOCH, 0, 0));
    }

    /** Notes that the round has ended, with so many failures. */
    void ended(Round round, long failures) {
        var now = clock.instant();
        rounds.compute(round.name(), (name, before) -> {
            var gone = before == null ? new Gone(now, Instant.EPOCH, 0, 0) : before;
            return new Gone(
                    now.plus(round.pause()),
                    failures == 0 ? now : gone.succeeded(),
                    gone.runs() + 1,
                    gone.failures() + failures);
        });
    }

    @Override
    public void tell(Actor actor, Exposition text) {
        var now = clock.instant();
        each(text.counter("overread_round_runs_total", "How often the round has run."), Gone::runs);
        each(
                text.counter("overread_round_failures_total", "What has failed in the round, the whole or a part."),
                Gone::failures);
        each(
                text.gauge(
                        "overread_round_last_success_seconds", "When it last ended well, in seconds since 1970; or 0."),
                gone -> gone.succeeded().getEpochSecond());
        each(
                text.gauge("overread_round_late_seconds", "For how long it has been due or under way."),
                gone -> Math.max(0, Duration.between(gone.due(), now).toMillis() / 1000.0));
    }

    private void each(Exposition.Family family, ToDoubleFunction<Gone> value) {
        rounds.forEach((name, gone) -> family.sample(value.applyAsDouble(gone), "round", name));
    }
}
