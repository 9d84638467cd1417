package org.overread.registry.identity;

import org.overread.registry.Actor;

/** Whether a session still stands for the person who began it. */
public sealed interface SessionAnswer {
    record Good(Actor.Person person) implements SessionAnswer {}

    /**
     * It does not.
     *
     * @param sentence what happened, for the person
     */
    record Ended(String sentence) implements SessionAnswer {}
}
