package org.overread.registry.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.ApiTokens;

/** Keeps API clients in the database. */
@ApplicationScoped
class JpaApiTokens implements ApiTokens {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void add(ApiClient client, Digest token) {
        entities.persist(ApiClientRow.of(client, token));
    }

    @Override
    public Optional<ApiClient> find(UUID id) {
        return Optional.ofNullable(entities.find(ApiClientRow.class, id)).map(ApiClientRow::client);
    }

    @Override
    public Optional<ApiClient> byToken(Digest token) {
        return entities.createQuery("select c from ApiClientRow c where c.tokenHash = :token", ApiClientRow.class)
                .setParameter("token", token.hex())
                .getResultStream()
                .findFirst()
                .map(ApiClientRow::client);
    }

    @Override
    public List<ApiClient> all() {
        return entities.createQuery(
                        "select c from ApiClientRow c order by lower(c.name), c.createdAt", ApiClientRow.class)
                .getResultStream()
                .map(ApiClientRow::client)
                .toList();
    }

    @Override
    public void revoke(UUID id, Instant at) {
        var row = entities.find(ApiClientRow.class, id);
        if (row != null && row.revokedAt == null) {
            entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
            row.revokedAt = at;
        }
    }
}
