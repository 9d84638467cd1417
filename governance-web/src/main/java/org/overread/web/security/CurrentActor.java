package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** The actor of the request at hand. */
@ApplicationScoped
public class CurrentActor {
    static final String ACTOR = "overread.actor";

    @Inject
    HttpServletRequest request;

    /**
     * Who is asking.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when nobody has signed in
     */
    public Actor actor() {
        if (request.getAttribute(ACTOR) instanceof Actor actor) {
            return actor;
        }
        throw new GovernanceException(ErrorCode.NOT_ALLOWED, "Sign in first.");
    }

    /** What happened since the person was last here and is to be told to them, this once. */
    public Optional<String> news() {
        return Optional.ofNullable(new PersonsSession(request).news());
    }

    /**
     * The person who is asking.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_ALLOWED} when a machine asks for what only people may do
     */
    public Actor.Person person() {
        if (actor() instanceof Actor.Person person) {
            return person;
        }
        throw new GovernanceException(ErrorCode.NOT_ALLOWED, "Only a person who has signed in may do this.");
    }
}
