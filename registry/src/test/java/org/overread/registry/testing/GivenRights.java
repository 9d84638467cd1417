package org.overread.registry.testing;

import java.util.HashSet;
import java.util.Set;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Rights;
import org.overread.registry.Role;

/** The rights of one actor, as a test gives and takes them. */
public final class GivenRights implements Rights {
    private final Set<Grant> grants;
    private TokenRights token;

    private GivenRights(Set<Grant> grants, TokenRights token) {
        this.grants = new HashSet<>(grants);
        this.token = token;
    }

    public static GivenRights of(Set<Grant> grants) {
        return new GivenRights(grants, TokenRights.NONE);
    }

    public static GivenRights of(TokenRights token) {
        return new GivenRights(Set.of(), token);
    }

    /** Takes the role away, wherever it was held. */
    public void take(Role role) {
        grants.removeIf(grant -> grant.role() == role);
    }

    public void give(Grant grant) {
        grants.add(grant);
    }

    /** Takes everything away: the person was deactivated, or the token revoked. */
    public void end() {
        grants.clear();
        token = TokenRights.NONE;
    }

    @Override
    public Set<Grant> grantsOf(PersonId person) {
        return Set.copyOf(grants);
    }

    @Override
    public TokenRights tokenOf(String machine) {
        return token;
    }

    @Override
    public void hold(Actor actor) {
        // Nothing happens at the same time.
    }
}
