package org.overread.monitoring.alert.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.AlertLog;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaAlertLog implements AlertLog {
    private static final int AT_ONCE = 10_000;

    private static final String RESOLVED =
            " exists (select e from AlertEventRow e where e.alert = a.id and e.kind = RESOLVED) ";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void lock(ModelVersionId version) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 105))")
                .setParameter("name", version.toString())
                .getSingleResult();
    }

    @Override
    public void add(AlertFile alert) {
        entities.persist(AlertRow.of(alert));
        entities.flush();
        alert.events().forEach(event -> add(alert.id(), event));
    }

    @Override
    public void add(UUID alert, AlertEvent event) {
        long position = entities.createQuery("select count(e) from AlertEventRow e where e.alert = :alert", Long.class)
                .setParameter("alert", alert)
                .getSingleResult();
        entities.persist(AlertEventRow.of(alert, (int) position + 1, event));
    }

    @Override
    public Optional<AlertFile> find(UUID alert) {
        return Optional.ofNullable(entities.find(AlertRow.class, alert))
                .flatMap(row -> files(List.of(row)).stream().findFirst());
    }

    @Override
    public List<AlertFile> open(ModelVersionId version) {
        return files(ofVersion(version, " not").getResultList());
    }

    @Override
    public List<AlertFile> resolved(ModelVersionId version, int limit) {
        return files(ofVersion(version, "").setMaxResults(limit).getResultList());
    }

    private TypedQuery<AlertRow> ofVersion(ModelVersionId version, String whether) {
        return entities.createQuery(
                        "select a from AlertRow a where a.model = :model and a.version = :version and" + whether
                                + RESOLVED + "order by a.raisedAt desc, a.id",
                        AlertRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version());
    }

    @Override
    public List<AlertFile> open() {
        return files(entities.createQuery(
                        "select a from AlertRow a where not" + RESOLVED + "order by a.raisedAt desc, a.id",
                        AlertRow.class)
                .getResultList());
    }

    @Override
    public List<AlertFile> resolved(int limit) {
        return files(entities.createQuery(
                        "select a from AlertRow a where" + RESOLVED + "order by a.raisedAt desc, a.id", AlertRow.class)
                .setMaxResults(limit)
                .getResultList());
    }

    /** In pieces, since a statement takes no more than 65,535 values. */
    private List<AlertFile> files(List<AlertRow> rows) {
        return IntStream.range(0, (rows.size() + AT_ONCE - 1) / AT_ONCE)
                .mapToObj(piece -> rows.subList(piece * AT_ONCE, Math.min(rows.size(), (piece + 1) * AT_ONCE)))
                .flatMap(some -> withEvents(some).stream())
                .toList();
    }

    private List<AlertFile> withEvents(List<AlertRow> rows) {
        Map<UUID, List<AlertEvent>> events = entities.createQuery(
                        "select e from AlertEventRow e where e.alert in :alerts order by e.position",
                        AlertEventRow.class)
                .setParameter("alerts", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(groupingBy(row -> row.alert, mapping(AlertEventRow::event, toList())));
        return rows.stream()
                .map(row -> row.file(events.getOrDefault(row.id, List.of())))
                .toList();
    }
}
