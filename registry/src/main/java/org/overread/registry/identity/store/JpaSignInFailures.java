package org.overread.registry.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.overread.registry.Digest;
import org.overread.registry.identity.SignInFailures;

/** Counts failed attempts in the database, so that a restart or a second server does not forget them. */
@ApplicationScoped
class JpaSignInFailures implements SignInFailures {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public List<Instant> lockAndList(Digest key, Instant since) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:key, 1))")
                .setParameter("key", key.hex())
                .getSingleResult();
        return entities.createQuery(
                        "select f.at from SignInFailureRow f where f.key = :key and f.at >= :since" + " order by f.at",
                        Instant.class)
                .setParameter("key", key.hex())
                .setParameter("since", since)
                .getResultList();
    }

    @Override
    public void add(Digest key, Instant at) {
        var row = new SignInFailureRow();
        row.key = key.hex();
        row.at = at;
        entities.persist(row);
    }

    @Override
    public void remove(Digest key, Instant at) {
        entities.createQuery("delete from SignInFailureRow f where f.key = :key and f.at = :at")
                .setParameter("key", key.hex())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public void clear(Digest key) {
        entities.createQuery("delete from SignInFailureRow f where f.key = :key")
                .setParameter("key", key.hex())
                .executeUpdate();
    }

    @Override
    public void forgetBefore(Instant at) {
        entities.createQuery("delete from SignInFailureRow f where f.at < :at")
                .setParameter("at", at)
                .executeUpdate();
    }
}
