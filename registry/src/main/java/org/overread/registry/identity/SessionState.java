package org.overread.registry.identity;

import org.jspecify.annotations.Nullable;

/**
 * What decides whether a person's session goes on.
 *
 * @param login the person's, in lower case
 * @param generation the one in which sessions begin now; a session of an older one has ended
 * @param ended why the sessions of the generation before ended; null when none has
 */
public record SessionState(
        NamedPerson person,
        String login,
        int generation,
        @Nullable SessionEnding ended) {}
