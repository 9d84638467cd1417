package org.overread.monitoring.schedule.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.RunLog;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaRunLog implements RunLog {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public boolean tryTurn(ModelVersionId version) {
        return (Boolean) entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 106))")
                .setParameter("name", version.toString())
                .getSingleResult();
    }

    @Override
    public void add(FinishedRun run) {
        entities.persist(RunRow.of(run));
    }

    @Override
    public Optional<FinishedRun> latest(ModelVersionId version) {
        return of(version, 1).stream().findFirst();
    }

    @Override
    public List<FinishedRun> latest() {
        return entities.createQuery(
                        "select r from RunRow r where not exists (select l from RunRow l where l.model = r.model"
                                + " and l.version = r.version and (l.startedAt > r.startedAt"
                                + " or l.startedAt = r.startedAt and l.id > r.id))",
                        RunRow.class)
                .getResultStream()
                .map(RunRow::run)
                .toList();
    }

    @Override
    public List<FinishedRun> of(ModelVersionId version, int limit) {
        return entities.createQuery(
                        "select r from RunRow r where r.model = :model and r.version = :version"
                                + " order by r.startedAt desc, r.id desc",
                        RunRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setMaxResults(limit)
                .getResultStream()
                .map(RunRow::run)
                .toList();
    }
}
