package org.overread.registry.identity;

import org.overread.registry.Actor;

/** Whose token it is. */
public sealed interface TokenAnswer {
    record Good(Actor.Machine machine) implements TokenAnswer {}

    /**
     * It opens nothing.
     *
     * @param reason why, for whoever runs the machine
     */
    record Refused(String reason) implements TokenAnswer {}
}
