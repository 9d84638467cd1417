package org.overread.web.testing;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.web.security.CurrentActor;

/** Whoever a test says has signed in. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SignedIn extends CurrentActor {
    private static @Nullable Actor actor;

    public static void as(Actor someone) {
        actor = someone;
    }

    /** There is no request; nobody asks for it, but the container wants to know of one. */
    @Produces
    static @Nullable HttpServletRequest noRequest() {
        return null;
    }

    @Override
    public Optional<String> news() {
        return Optional.empty();
    }

    @Override
    public Actor actor() {
        return requireNonNull(actor, "nobody has signed in");
    }
}
