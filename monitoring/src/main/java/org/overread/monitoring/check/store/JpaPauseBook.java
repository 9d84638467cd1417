package org.overread.monitoring.check.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import org.overread.monitoring.check.Pause;
import org.overread.monitoring.check.PauseBook;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaPauseBook implements PauseBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void add(Pause pause) {
        entities.persist(PauseRow.of(pause));
    }

    @Override
    public List<Pause> latest(ModelVersionId version) {
        var latest = new LinkedHashMap<String, Pause>();
        entities.createQuery(
                        "select p from PauseRow p where p.model = :model and p.version = :version order by p.pausedAt,"
                                + " p.id",
                        PauseRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .getResultStream()
                .forEach(row -> latest.put(row.checkKey, row.pause()));
        return List.copyOf(latest.values());
    }
}
