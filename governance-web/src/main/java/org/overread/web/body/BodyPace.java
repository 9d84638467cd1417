package org.overread.web.body;

import java.util.Locale;
import java.util.Optional;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** How one body comes in, held against its rule. Times are nanoseconds of one clock. Not for several threads at once. */
final class BodyPace {
    private final BodyRule rule;
    private final long begun;
    private final long declared;
    private long bytes;
    private long bytesBefore;
    private long waited;

    /** @param declared how long it says it is; negative when it does not */
    BodyPace(BodyRule rule, long declared, long begun) {
        this.rule = rule;
        this.declared = declared;
        this.begun = begun;
    }

    /** So much has come; a negative number stands for the end. */
    void received(long more) {
        bytes += Math.max(more, 0);
    }

    /** So long it was waited for. */
    void waited(long nanos) {
        waited += nanos;
    }

    /** For how long it can be waited before it must be judged again, in nanoseconds. */
    long patience(long now) {
        return Math.max(Math.min(rule.window().toNanos() - waited, rule.whole().toNanos() - (now - begun)), 1_000_000);
    }

    /** Why it is taken no further; empty while it keeps to its rule. */
    Optional<GovernanceException> fault(long now) {
        if (Math.max(bytes, declared) > rule.mostBytes()) {
            return Optional.of(new GovernanceException(
                    ErrorCode.TOO_LARGE, "The body is larger than is taken at this address: send less at once."));
        }
        if (now - begun >= rule.whole().toNanos()) {
            return Optional.of(slow("The body did not come to its end within %s.".formatted(time())));
        }
        if (waited < rule.window().toNanos()) {
            return Optional.empty();
        }
        if (bytes - bytesBefore < rule.leastPerSecond() * rule.window().toNanos() / 1e9) {
            return Optional.of(slow(String.format(
                    Locale.ROOT, "The body came more slowly than %,d bytes a second.", rule.leastPerSecond())));
        }
        bytesBefore = bytes;
        waited = 0;
        return Optional.empty();
    }

    private String time() {
        return rule.whole().toMinutes() > 0
                ? rule.whole().toMinutes() + " minutes"
                : rule.whole().toMillis() + " ms";
    }

    private static GovernanceException slow(String why) {
        return new GovernanceException(
                ErrorCode.TOO_SLOW, why + " Nothing of it was kept: send it again on a faster line, or in parts.");
    }
}
