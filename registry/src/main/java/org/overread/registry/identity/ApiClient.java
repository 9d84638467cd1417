package org.overread.registry.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Rights;
import org.overread.registry.Scope;

/**
 * A machine that may call, as administrators see it. Its token is not kept, only the token's digest.
 *
 * @param reach the models, department or site it is limited to
 * @param createdBy the id of whoever let it in
 * @param revokedAt since when its token is good for nothing; null while it is good
 */
public record ApiClient(
        UUID id,
        String name,
        Set<ApiScope> scopes,
        Scope reach,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /** This machine as the one who asks; what it may do is asked anew each time. */
    Actor.Machine actor(Rights rights) {
        return new Actor.Machine(id.toString(), name, rights);
    }
}
