package org.overread.registry;

import java.util.Set;

/**
 * What people and machines may do at the moment they are asked about. An {@link Actor} carries none of it, so a page
 * that has been open for an hour cannot act with the rights of an hour ago. An answer may be remembered for the length
 * of the transaction at hand and no longer.
 */
public interface Rights {
    /** The roles the person holds now; none when they may not sign in any more. */
    Set<Grant> grantsOf(PersonId person);

    /** What the machine's token is good for now; {@link TokenRights#NONE} when it was revoked or has ended. */
    TokenRights tokenOf(String machine);

    /**
     * Keeps the actor's rights as they are until the caller's transaction ends, and forgets what was remembered. A
     * change that is being committed is waited for and then seen; one that comes later waits.
     */
    void hold(Actor actor);

    /**
     * What a token is good for.
     *
     * @param reach the models, department or site it is limited to
     */
    record TokenRights(Set<ApiScope> scopes, Scope reach) {
        public static final TokenRights NONE = new TokenRights(Set.of(), Scope.EVERYWHERE);

        public TokenRights {
            scopes = Set.copyOf(scopes);
        }
    }
}
