package org.overread.monitoring.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaPlanBook implements PlanBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void lock(ModelVersionId version) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 103))")
                .setParameter("name", version.toString())
                .getSingleResult();
    }

    @Override
    public void add(PlanRevision revision) {
        entities.persist(PlanRow.of(revision));
    }

    @Override
    public Optional<PlanRevision> latest(ModelVersionId version) {
        return revisions(version, 1).stream().findFirst();
    }

    @Override
    public List<PlanRevision> revisions(ModelVersionId version) {
        return revisions(version, Integer.MAX_VALUE);
    }

    @Override
    public List<PlanRevision> inForce() {
        return entities.createQuery(
                        "select p from PlanRow p where not exists (select l from PlanRow l where l.model = p.model"
                                + " and l.version = p.version and l.number > p.number) order by p.model, p.version",
                        PlanRow.class)
                .getResultStream()
                .map(PlanRow::revision)
                .toList();
    }

    private List<PlanRevision> revisions(ModelVersionId version, int limit) {
        return entities.createQuery(
                        "select p from PlanRow p where p.model = :model and p.version = :version"
                                + " order by p.number desc",
                        PlanRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setMaxResults(limit)
                .getResultStream()
                .map(PlanRow::revision)
                .toList();
    }
}
