package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** The actor of the request at hand, with the rights held now: a role taken away is gone with the next click. */
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
