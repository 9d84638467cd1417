package org.overread.registry.identity;

import org.jspecify.annotations.Nullable;

/** How passwords are kept: as hashes that take long to try. */
public interface PasswordHashes {
    String hash(String password);

    /**
     * Whether that is the password. Without a hash the answer is no, and takes as long, so that nobody can tell by the
     * clock which logins exist.
     */
    boolean matches(String password, @Nullable String hash);
}
