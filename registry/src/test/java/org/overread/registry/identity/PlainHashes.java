package org.overread.registry.identity;

import org.jspecify.annotations.Nullable;

/** Stands in for slow hashing. */
final class PlainHashes implements PasswordHashes {
    @Override
    public String hash(String password) {
        return "hash of " + password;
    }

    @Override
    public boolean matches(String password, @Nullable String hash) {
        return hash(password).equals(hash);
    }
}
