package org.overread.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.InstantSource;

/** Gives the services the time. */
@ApplicationScoped
public class Clock {
    /**
     * The time at which the past of the demonstration hospital is told. Nothing but the demonstration may bind it; where
     * it is not bound, and so everywhere in a real installation, the time is the system's.
     */
    public static final ScopedValue<InstantSource> STORY = ScopedValue.newInstance();

    @Produces
    @ApplicationScoped
    InstantSource now() {
        return new SystemTime();
    }

    /** A type of our own, since CDI can hand out only types it can wrap. */
    static class SystemTime implements InstantSource {
        @Override
        public Instant instant() {
            return STORY.isBound() ? STORY.get().instant() : Instant.now();
        }
    }
}
