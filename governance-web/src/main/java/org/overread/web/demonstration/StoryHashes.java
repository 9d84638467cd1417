package org.overread.web.demonstration;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.identity.PasswordHashes;
import org.overread.web.shell.Clock;

/**
 * While the story is told, its people's one password is hashed once and not again each time they sign, which would take
 * two thirds of the time to tell it. Whoever comes from outside the story is not concerned.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class StoryHashes implements PasswordHashes {
    private final PasswordHashes real;
    private final Map<String, String> hashes = new HashMap<>();

    @Inject
    StoryHashes(@Delegate PasswordHashes real) {
        this.real = real;
    }

    @Override
    public synchronized String hash(String password) {
        return told() ? hashes.computeIfAbsent(password, real::hash) : real.hash(password);
    }

    @Override
    public boolean matches(String password, @Nullable String hash) {
        return told() && madeOf(password, hash) || real.matches(password, hash);
    }

    private synchronized boolean madeOf(String password, @Nullable String hash) {
        return hash != null && hash.equals(hashes.get(password));
    }

    private static boolean told() {
        return Clock.STORY.isBound();
    }
}
