package org.overread.monitoring.truth.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.monitoring.truth.Truth;
import org.overread.monitoring.truth.TruthBook;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaTruthBook implements TruthBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public Optional<Truth> of(ModelVersionId version) {
        return Optional.ofNullable(entities.find(TruthRow.class, TruthRow.Key.of(version)))
                .map(TruthRow::truth);
    }

    @Override
    public List<Truth> all() {
        return entities.createQuery("select t from TruthRow t", TruthRow.class)
                .getResultStream()
                .map(TruthRow::truth)
                .toList();
    }

    @Override
    public void put(Truth truth) {
        entities.merge(TruthRow.of(truth));
    }

    @Override
    public Map<ModelVersionId, Long> lastBatches() {
        var batches = new HashMap<ModelVersionId, Long>();
        for (var row : entities.createNativeQuery(
                        "SELECT s.model, s.version, (SELECT max(b.id) FROM monitoring.batch b WHERE b.series = s.id)"
                                + " FROM monitoring.series s",
                        Object[].class)
                .getResultList()) {
            var columns = (Object[]) row;
            if (columns[2] instanceof Number last) {
                batches.put(
                        new ModelVersionId((String) columns[0], ((Number) columns[1]).intValue()), last.longValue());
            }
        }
        return batches;
    }

    @Override
    public boolean tryTurn(ModelVersionId version) {
        return (Boolean) entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 120))")
                .setParameter("name", version.toString())
                .getSingleResult();
    }
}
