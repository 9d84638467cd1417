package org.overread.web.demonstration;

import java.time.Instant;
import java.time.InstantSource;
import org.overread.web.shell.Clock;

/** The time at which something in the past is told to have happened: it begins there and goes on a second per look. */
final class StoryTime implements InstantSource {
    private Instant now;

    private StoryTime(Instant begin) {
        this.now = begin;
    }

    /** Lets it happen then. */
    static void at(Instant then, Runnable happening) {
        ScopedValue.where(Clock.STORY, new StoryTime(then)).run(happening);
    }

    @Override
    public Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }
}
