package org.overread.registry.identity;

import java.time.Duration;
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
 * @param expiresAt when its token ends by itself
 * @param revokedAt since when its token is good for nothing; null while nobody has revoked it
 * @param lastUsedAt when it last called, to the minute; null when it never has
 */
public record ApiClient(
        UUID id,
        String name,
        Set<ApiScope> scopes,
        Scope reach,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration LONG = Duration.ofDays(90);

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /** Whether its token opens what it was given for. */
    public boolean good(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Whether its token is good and ends within 30 days. */
    public boolean endsSoon(Instant now) {
        return good(now) && !now.isBefore(expiresAt.minus(SOON));
    }

    /** Whether its token is good and nobody has used it for 90 days, so that it is perhaps no longer needed. */
    public boolean unused(Instant now) {
        return good(now) && !now.isBefore((lastUsedAt == null ? createdAt : lastUsedAt).plus(LONG));
    }

    /** The same, revoked at that time. */
    public ApiClient revoked(Instant at) {
        return new ApiClient(id, name, scopes, reach, createdBy, createdAt, expiresAt, at, lastUsedAt);
    }

    /** The same, having called at that time. */
    public ApiClient used(Instant at) {
        return new ApiClient(id, name, scopes, reach, createdBy, createdAt, expiresAt, revokedAt, at);
    }

    /** This machine as the one who asks; what it may do is asked anew each time. */
    Actor.Machine actor(Rights rights) {
        return new Actor.Machine(id.toString(), name, rights);
    }
}
