package org.overread.registry.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Rights;

/** Rights as accounts and tokens in memory have them at the moment. */
public record KeptRights(
        @Nullable Accounts accounts, @Nullable ApiTokens tokens) implements Rights {
    public static Rights of(Accounts accounts) {
        return new KeptRights(accounts, null);
    }

    public static Rights of(ApiTokens tokens) {
        return new KeptRights(null, tokens);
    }

    @Override
    public Set<Grant> grantsOf(PersonId person) {
        return Optional.ofNullable(accounts)
                .flatMap(known -> known.find(person))
                .filter(Account::active)
                .map(Account::grants)
                .orElse(Set.of());
    }

    @Override
    public TokenRights tokenOf(String machine) {
        return Optional.ofNullable(tokens)
                .flatMap(known -> known.find(UUID.fromString(machine)))
                .filter(client -> client.revokedAt() == null)
                .map(client -> new TokenRights(client.scopes(), client.reach()))
                .orElse(TokenRights.NONE);
    }

    @Override
    public void hold(Actor actor) {
        // Nothing happens at the same time.
    }
}
