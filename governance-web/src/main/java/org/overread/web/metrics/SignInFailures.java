package org.overread.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;
import org.overread.registry.Actor;

/** How many attempts to sign in at the page were refused. */
@ApplicationScoped
public class SignInFailures implements Source {
    private final LongAdder refused = new LongAdder();

    public void add() {
        refused.increment();
    }

    @Override
    public void tell(Actor actor, Exposition text) {
        text.counter("overread_sign_in_failures_total", "Attempts to sign in that were refused.")
                .sample(refused.sum());
    }
}
