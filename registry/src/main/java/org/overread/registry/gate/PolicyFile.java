package org.overread.registry.gate;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is on record about one policy: its text, what a second person said of it where that was needed, and that it
 * was retired. Nothing in it is ever changed; it only grows.
 *
 * @param decision null as long as nobody has confirmed or declined it
 * @param retirement null as long as it is not retired
 */
public record PolicyFile(
        Policy policy,
        @Nullable Decision decision,
        @Nullable Retirement retirement) {

    /**
     * What a second person said of a policy that is laxer than the one before; its author may only decline it.
     *
     * @param by the id of who decided
     * @param reason in their words; may be empty when it is confirmed
     */
    public record Decision(boolean confirmed, String by, String byName, String reason, Instant at) {}

    /** That the stages it opened were closed. */
    public record Retirement(String by, String byName, String reason, Instant at) {}

    /** The file of a policy that nobody has added anything to. */
    public static PolicyFile of(Policy policy) {
        return new PolicyFile(policy, null, null);
    }

    /** Whether it is laxer than what was in force and no second person has said anything yet. */
    public boolean waits() {
        return !policy.laxer().isEmpty() && decision == null;
    }

    /** From when it is in force; empty as long as it waits, and for good when it was declined. */
    public Optional<Instant> begins() {
        if (decision == null) {
            return waits() ? Optional.empty() : Optional.of(policy.inForceFrom());
        }
        return decision.confirmed() ? Optional.of(later(policy.inForceFrom(), decision.at())) : Optional.empty();
    }

    boolean begunBy(Instant at) {
        return begins().filter(begin -> !begin.isAfter(at)).isPresent();
    }

    boolean retiredBy(Instant at) {
        return retirement != null && !retirement.at().isAfter(at);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
