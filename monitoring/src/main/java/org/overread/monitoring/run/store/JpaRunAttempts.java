package org.overread.monitoring.run.store;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.run.RunAttempt;
import org.overread.monitoring.run.RunAttempts;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaRunAttempts implements RunAttempts {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void lock(ModelVersionId version) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 117))")
                .setParameter("name", version.toString())
                .getSingleResult();
    }

    @Override
    public void add(RunAttempt attempt) {
        entities.persist(RunAttemptRow.of(attempt));
    }

    @Override
    public void keep(RunAttempt attempt) {
        requireNonNull(entities.find(RunAttemptRow.class, attempt.id())).take(attempt);
    }

    /** Nothing but the moment, so that it never undoes what the run itself has written meanwhile. */
    @Override
    public void touch(UUID id, Instant now) {
        entities.createQuery("update RunAttemptRow a set a.touchedAt = :now where a.id = :id and a.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public Optional<RunAttempt> find(UUID id) {
        return Optional.ofNullable(entities.find(RunAttemptRow.class, id)).map(RunAttemptRow::attempt);
    }

    @Override
    public List<RunAttempt> of(ModelVersionId version, int limit) {
        return entities.createQuery(
                        "select a from RunAttemptRow a where a.model = :model and a.version = :version"
                                + " order by a.startedAt desc, a.id",
                        RunAttemptRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setMaxResults(limit)
                .getResultStream()
                .map(RunAttemptRow::attempt)
                .toList();
    }
}
