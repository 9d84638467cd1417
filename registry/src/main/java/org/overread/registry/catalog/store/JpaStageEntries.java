package org.overread.registry.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.catalog.StageEntries;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.catalog.StageMarks;

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
        var undecided = undecided("WHERE e.model = ?1 AND NOT registry.decided(e)", model);
        var rows = entities.createQuery(
                        "select e from StageEntryRow e where e.model = :model order by e.seq", StageEntryRow.class)
                .setParameter("model", model)
                .getResultList();
        return new StageHistory(
                rows.stream()
                        .filter(row -> !undecided.contains(row.seq))
                        .map(StageEntryRow::entry)
                        .toList(),
                rows.stream()
                        .filter(row -> undecided.contains(row.seq))
                        .map(StageEntryRow::stray)
                        .toList());
    }

    /** Every row as it stands now. */
    List<Witnessed> witnessed() {
        var undecided = undecided("WHERE NOT registry.decided(e)");
        return entities.createQuery("select e from StageEntryRow e order by e.seq", StageEntryRow.class)
                .getResultStream()
                .map(row ->
                        undecided.contains(row.seq) ? StageMarks.of(row.stray()) : StageMarks.of(row.seq, row.entry()))
                .toList();
    }

    /** The numbers of rows that no decision stands behind. */
    private Set<Long> undecided(String where, String... values) {
        var query = entities.createNativeQuery("SELECT e.seq FROM registry.stage_entry e " + where);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(seq -> ((Number) seq).longValue()).collect(Collectors.toSet());
    }
}
