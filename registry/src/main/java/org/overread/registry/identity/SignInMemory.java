package org.overread.registry.identity;

import java.time.Instant;
import java.util.Optional;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;

/** What is remembered of people's sign-ins: from where they succeeded, and how many have failed since the last. */
public interface SignInMemory {
    /** Whether a sign-in has succeeded at that place since then. */
    boolean familiar(Digest place, Instant since);

    void succeeded(Digest place, Instant at);

    void failed(PersonId person, Instant at);

    /** The attempts that failed since they were last told, and forgets them; empty when none did. */
    Optional<FailedAttempts> tellFailed(PersonId person);

    /** Forgets the places where nothing has succeeded since then. */
    void forgetBefore(Instant at);
}
