package org.overread.registry.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Digest;

/** Where API clients and the digests of their tokens are kept. */
public interface ApiTokens {
    void add(ApiClient client, Digest token);

    Optional<ApiClient> find(UUID id);

    Optional<ApiClient> byToken(Digest token);

    /** All of them, by name. */
    List<ApiClient> all();

    /** Keeps that it called, unless a later call is kept already. */
    void used(UUID id, Instant at);

    void revoke(UUID id, Instant at);
}
