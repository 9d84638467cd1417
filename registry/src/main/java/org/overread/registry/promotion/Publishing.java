package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Reauthentication;
import org.overread.registry.Written;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.review.Rule;

/**
 * Lets people publish policies, confirm those of others that are laxer, and retire them. Each act asks for the person's
 * own password anew, before anything is looked at or written.
 *
 * @see "registry/docs/decisions/051-a-bar-is-not-lowered-alone.md"
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Publishing {
    @Inject
    Reauthentication reauthentication;

    @Inject
    PublishingDesk desk;

    /**
     * Publishes a policy. It judges what is submitted from its day on; one that is laxer than what it takes the place of
     * waits until a second person confirms it.
     *
     * @param reason why, in the person's words
     * @param from from when it is to be in force; at once when null
     */
    public PolicyStep publish(
            Actor.Person person, PolicyDraft draft, Written<String> reason, @Nullable Instant from, String password) {
        return proved(person, password, () -> desk.publish(person, draft, reason, from));
    }

    /** Confirms somebody else's policy that is laxer; from then on, or from its day, it is in force. */
    public PolicyStep confirm(Actor.Person person, UUID policy, Written<String> comment, String password) {
        return proved(person, password, () -> desk.decide(person, policy, true, comment));
    }

    /** Declines a policy that waits, one's own as well. */
    public PolicyStep decline(Actor.Person person, UUID policy, Written<String> reason, String password) {
        return proved(person, password, () -> desk.decide(person, policy, false, reason));
    }

    /** Retires a policy that is in force: the stages it opens are closed until another policy opens them. */
    public PolicyStep retire(Actor.Person person, UUID policy, Written<String> reason, String password) {
        return proved(person, password, () -> desk.retire(person, policy, reason));
    }

    private PolicyStep proved(Actor.Person person, String password, Supplier<PolicyStep> act) {
        return reauthentication.confirms(person, password)
                ? act.get()
                : new PolicyStep.Refused(Rule.WRONG_PASSWORD, "The password is not right, so nothing was done.");
    }
}
