package org.overread.registry.identity.store;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        return one(query("where c.id = :id").setParameter("id", id));
    }

    @Override
    public Optional<ApiClient> byToken(Digest token) {
        return one(query("where c.tokenHash = :token").setParameter("token", token.hex()));
    }

    @Override
    public List<ApiClient> all() {
        return query("order by lower(c.name), c.createdAt")
                .getResultStream()
                .map(JpaApiTokens::client)
                .toList();
    }

    @Override
    public void used(UUID id, Instant at) {
        entities.createNativeQuery("INSERT INTO registry.api_client_use AS u (client, at) VALUES (:client, :at)"
                        + " ON CONFLICT (client) DO UPDATE SET at = greatest(u.at, excluded.at)")
                .setParameter("client", id)
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public void revoke(UUID id, Instant at) {
        var row = entities.find(ApiClientRow.class, id);
        if (row != null && row.revokedAt == null) {
            entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
            row.revokedAt = at;
        }
    }

    private TypedQuery<Object[]> query(String which) {
        return entities.createQuery(
                "select c, u.at from ApiClientRow c left join ApiClientUseRow u on u.client = c.id " + which,
                Object[].class);
    }

    private static Optional<ApiClient> one(TypedQuery<Object[]> query) {
        return query.getResultStream().findFirst().map(JpaApiTokens::client);
    }

    private static ApiClient client(@Nullable Object[] found) {
        return ((ApiClientRow) requireNonNull(found[0])).client((Instant) found[1]);
    }
}
