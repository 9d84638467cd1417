package org.overread.registry.identity;

import java.time.Instant;
import java.util.List;
import org.overread.registry.Digest;

/** Where failed attempts to sign in are counted, by the digest of the login that was typed. */
public interface SignInFailures {
    /** The failures that may still matter, after no other transaction can count for that login until this one ends. */
    List<Instant> lockAndList(Digest login, Instant since);

    void add(Digest login, Instant at);

    void clear(Digest login);

    /** Forgets what is older than that, of every login. */
    void forgetBefore(Instant at);
}
