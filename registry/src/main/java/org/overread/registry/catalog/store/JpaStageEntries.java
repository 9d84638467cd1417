package org.overread.registry.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.catalog.StageEntries;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageHistory;

/** Keeps the steps of versions in the database. */
@ApplicationScoped
class JpaStageEntries implements StageEntries {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void add(StageEntry entry) {
        entities.persist(StageEntryRow.of(entry));
    }

    @Override
    public Optional<StageEntry> ofPromotion(UUID promotion) {
        return entities.createQuery("select e from StageEntryRow e where e.promotion = :promotion", StageEntryRow.class)
                .setParameter("promotion", promotion)
                .getResultStream()
                .findFirst()
                .map(StageEntryRow::entry);
    }

    @Override
    public StageHistory of(String model) {
        return new StageHistory(entities.createQuery(
                        "select e from StageEntryRow e where e.model = :model order by e.seq", StageEntryRow.class)
                .setParameter("model", model)
                .getResultStream()
                .map(StageEntryRow::entry)
                .toList());
    }
}
