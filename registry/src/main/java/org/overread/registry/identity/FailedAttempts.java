package org.overread.registry.identity;

import java.time.Instant;
import org.overread.registry.DayWords;

/** How often somebody tried to sign in as a person and could not, since that person did. */
public record FailedAttempts(int count, Instant latest) {
    /** What the person is told. */
    public String sentence() {
        return "%s to sign in as you failed since you last signed in, %s on %s. If that was not you, tell an administrator."
                .formatted(
                        count == 1 ? "One attempt" : count + " attempts",
                        count == 1 ? "it was" : "the latest",
                        DayWords.minute(latest));
    }
}
