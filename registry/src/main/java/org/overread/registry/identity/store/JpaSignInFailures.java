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
    public List<Instant> lockAndList(Digest login, Instant since) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:login, 1))")
                .setParameter("login", login.hex())
                .getSingleResult();
        return entities.createQuery(
                        "select f.at from SignInFailureRow f where f.loginDigest = :login and f.at >= :since"
                                + " order by f.at",
                        Instant.class)
                .setParameter("login", login.hex())
                .setParameter("since", since)
                .getResultList();
    }

    @Override
    public void add(Digest login, Instant at) {
        var row = new SignInFailureRow();
        row.loginDigest = login.hex();
        row.at = at;
        entities.persist(row);
    }

    @Override
    public void clear(Digest login) {
        entities.createQuery("delete from SignInFailureRow f where f.loginDigest = :login")
                .setParameter("login", login.hex())
                .executeUpdate();
    }

    @Override
    public void forgetBefore(Instant at) {
        entities.createQuery("delete from SignInFailureRow f where f.at < :at")
                .setParameter("at", at)
                .executeUpdate();
    }
}
