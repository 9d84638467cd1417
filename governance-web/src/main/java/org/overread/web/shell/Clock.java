package org.overread.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** Gives the services the time. */
@ApplicationScoped
public class Clock {
    @Produces
    @ApplicationScoped
    InstantSource now() {
        return new SystemTime();
    }

    /** A type of our own, since CDI can hand out only types it can wrap. */
    static class SystemTime implements InstantSource {
        @Override
        public java.time.Instant instant() {
            return java.time.Instant.now();
        }
    }
}
