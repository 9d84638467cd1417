package org.overread.monitoring.notify;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with whoever is told. An address that said it is none, or that gave nothing but doubtful answers for
 * {@value #HOURS} hours, is given up: nothing is sent there until somebody has it tried again.
 *
 * @param doubtfulSince since when every answer was doubtful; null when the last one was not
 * @param givenUpAt since when it is not tried any more; null while it is
 * @param reason what it last said, when that was doubtful or the end
 */
public record Receiver(
        Destination to,
        @Nullable Instant doubtfulSince,
        @Nullable Instant givenUpAt,
        @Nullable String reason) {
    /** The eight tries of one delivery last longer, so that with the first to fail the address is given up, too. */
    private static final int HOURS = 20;

    /** One of whom nothing is known that speaks against it. */
    public static Receiver good(Destination to) {
        return new Receiver(to, null, null, null);
    }

    /** Whether nothing is sent there any more. */
    public boolean givenUp() {
        return givenUpAt != null;
    }

    /** How it stands after one more try. */
    Receiver after(Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Delivered _, Answer.Later _ -> good(to);
            case Answer.Never never -> new Receiver(to, doubtfulSince, now, never.words());
            case Answer.Doubtful doubtful -> {
                var since = doubtfulSince == null ? now : doubtfulSince;
                boolean over = !now.isBefore(since.plus(Duration.ofHours(HOURS)));
                yield new Receiver(to, since, over ? now : null, doubtful.words());
            }
        };
    }
}
