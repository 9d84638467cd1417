package org.overread.registry.identity;

import java.time.Instant;
import java.util.List;
import org.overread.registry.Digest;

/** Where failed attempts are counted, each under one key or several, see {@link Attempt}. */
public interface SignInFailures {
    /** The failures that may still matter, after no other transaction can count under that key until this one ends. */
    List<Instant> lockAndList(Digest key, Instant since);

    void add(Digest key, Instant at);

    /** Takes back one that was counted and turned out to be none. */
    void remove(Digest key, Instant at);

    void clear(Digest key);

    /** Forgets what is older than that, under every key. */
    void forgetBefore(Instant at);
}
