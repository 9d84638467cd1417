package org.overread.registry.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;

/** What comes of an attempt to sign in. */
public sealed interface SignInAnswer {
    /**
     * Who it is.
     *
     * @param passwordMustChange whether the password was set by somebody else: the person must choose another before
     *     signing anything
     * @param generation the one in which the session begins, see {@link SessionState}
     * @param failed the attempts that failed since this person last signed in; null when none did
     */
    record SignedIn(
            Actor.Person person,
            boolean passwordMustChange,
            int generation,
            @Nullable FailedAttempts failed) implements SignInAnswer {}

    /**
     * No. The reason is the same for an unknown login and for a wrong password.
     *
     * @param until when trying makes sense again; null when it does now
     */
    record Refused(String reason, @Nullable Instant until) implements SignInAnswer {}
}
