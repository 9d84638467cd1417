package org.overread.registry.identity.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;
import org.overread.registry.identity.FailedAttempts;
import org.overread.registry.identity.SignInMemory;

/** Remembers sign-ins in the database, apart from the person's own row, which whoever signs holds. */
@ApplicationScoped
class JpaSignInMemory implements SignInMemory {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public boolean familiar(Digest place, Instant since) {
        return !entities.createNativeQuery("SELECT 1 FROM registry.sign_in_place WHERE place = :place AND at >= :since")
                .setParameter("place", place.hex())
                .setParameter("since", since)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void succeeded(Digest place, Instant at) {
        entities.createNativeQuery("INSERT INTO registry.sign_in_place (place, at) VALUES (:place, :at)"
                        + " ON CONFLICT (place) DO UPDATE SET at = excluded.at")
                .setParameter("place", place.hex())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    public void failed(PersonId person, Instant at) {
        entities.createNativeQuery("INSERT INTO registry.sign_in_failed AS f (person, attempts, latest)"
                        + " VALUES (:person, 1, :at)"
                        + " ON CONFLICT (person) DO UPDATE SET attempts = f.attempts + 1, latest = excluded.latest")
                .setParameter("person", person.value())
                .setParameter("at", at)
                .executeUpdate();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<FailedAttempts> tellFailed(PersonId person) {
        List<SignInFailedRow> told = entities.createNativeQuery(
                        "DELETE FROM registry.sign_in_failed WHERE person = :person RETURNING person, attempts, latest",
                        SignInFailedRow.class)
                .setParameter("person", person.value())
                .getResultList();
        return told.stream().findFirst().map(SignInFailedRow::failed);
    }

    @Override
    public void forgetBefore(Instant at) {
        entities.createNativeQuery("DELETE FROM registry.sign_in_place WHERE at < :at")
                .setParameter("at", at)
                .executeUpdate();
    }
}
