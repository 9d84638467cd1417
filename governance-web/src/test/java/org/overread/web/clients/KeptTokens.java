package org.overread.web.clients;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.ApiTokens;

/** API clients kept in memory. */
final class KeptTokens implements ApiTokens {
    private final Map<Digest, ApiClient> clients = new LinkedHashMap<>();

    boolean opens(String token, UUID client) {
        return byToken(Digest.of(token))
                .filter(known -> known.id().equals(client))
                .isPresent();
    }

    @Override
    public void add(ApiClient client, Digest token) {
        clients.put(token, client);
    }

    @Override
    public Optional<ApiClient> find(UUID id) {
        return all().stream().filter(client -> client.id().equals(id)).findFirst();
    }

    @Override
    public Optional<ApiClient> byToken(Digest token) {
        return Optional.ofNullable(clients.get(token));
    }

    @Override
    public List<ApiClient> all() {
        return List.copyOf(clients.values());
    }

    @Override
    public void revoke(UUID id, Instant at) {
        clients.replaceAll((_, client) -> client.id().equals(id) ? client.revoked(at) : client);
    }

    @Override
    public void used(UUID id, Instant at) {
        clients.replaceAll((_, client) -> client.id().equals(id) ? client.used(at) : client);
    }
}
