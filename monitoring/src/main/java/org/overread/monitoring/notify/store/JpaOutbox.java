package org.overread.monitoring.notify.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.Outbox;

@ApplicationScoped
class JpaOutbox implements Outbox {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void add(Notice notice, List<Delivery> deliveries) {
        // what the notice is about must be there first
        entities.flush();
        entities.persist(NoticeRow.of(notice));
        entities.flush();
        deliveries.forEach(delivery -> entities.persist(DeliveryRow.of(delivery)));
    }

    @Override
    public boolean reminded(UUID alert, Instant due) {
        return !entities.createQuery(
                        "select n.id from NoticeRow n where n.kind = DUE and n.alert = :alert and n.due = :due",
                        UUID.class)
                .setParameter("alert", alert)
                .setParameter("due", due)
                .getResultList()
                .isEmpty();
    }

    @Override
    public List<Destination> due(Instant now) {
        return entities.createQuery(
                        "select d.destination from DeliveryRow d where d.state = WAITING and d.nextAt <= :now"
                                + " group by d.destination order by min(d.nextAt)",
                        String.class)
                .setParameter("now", now)
                .getResultStream()
                .map(Destination::of)
                .toList();
    }

    @Override
    public Optional<Delivery> next(Destination to, Instant now) {
        return deliveries(entities.createQuery(
                                "select d from DeliveryRow d where d.state = WAITING and d.destination = :to"
                                        + " and d.nextAt <= :now order by d.nextAt, d.createdAt, d.id",
                                DeliveryRow.class)
                        .setParameter("to", to.key())
                        .setParameter("now", now)
                        .setMaxResults(1)
                        .getResultList())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Delivery> find(UUID delivery) {
        return Optional.ofNullable(entities.find(DeliveryRow.class, delivery))
                .flatMap(row -> deliveries(List.of(row)).stream().findFirst());
    }

    @Override
    public Delivery locked(UUID delivery) {
        var row = requireNonNull(entities.find(DeliveryRow.class, delivery, LockModeType.PESSIMISTIC_WRITE));
        entities.refresh(row);
        return deliveries(List.of(row)).getFirst();
    }

    @Override
    public void keep(Delivery delivery) {
        requireNonNull(entities.find(DeliveryRow.class, delivery.id())).take(delivery);
        delivery.attempts().stream()
                .skip(attempts(delivery.id()))
                .forEach(attempt -> entities.persist(AttemptRow.of(delivery.id(), attempt)));
    }

    private long attempts(UUID delivery) {
        return entities.createQuery("select count(a) from AttemptRow a where a.delivery = :delivery", Long.class)
                .setParameter("delivery", delivery)
                .getSingleResult();
    }

    @Override
    public void drop(Destination to) {
        entities.createQuery(
                        "update DeliveryRow d set d.state = DROPPED where d.state = WAITING and d.destination = :to")
                .setParameter("to", to.key())
                .executeUpdate();
    }

    @Override
    public int giveUp(Destination to, Instant now) {
        entities.flush();
        return entities.createQuery("update DeliveryRow d set d.state = GIVEN_UP, d.nextAt = :now"
                        + " where d.state = WAITING and d.destination = :to")
                .setParameter("to", to.key())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public int again(Destination to, Instant since, Instant now) {
        return entities.createQuery("update DeliveryRow d set d.state = WAITING, d.tries = 0, d.nextAt = :now"
                        + " where d.state = GIVEN_UP and d.destination = :to and d.nextAt >= :since")
                .setParameter("to", to.key())
                .setParameter("since", since)
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public int remove(Instant before, Instant givenUpBefore, int most) {
        var over = entities.createQuery(
                        "select d.id from DeliveryRow d where d.state in (DELIVERED, DROPPED) and d.nextAt < :before"
                                + " or d.state = GIVEN_UP and d.nextAt < :givenUpBefore order by d.nextAt, d.id",
                        UUID.class)
                .setParameter("before", before)
                .setParameter("givenUpBefore", givenUpBefore)
                .setMaxResults(most)
                .getResultList();
        if (over.isEmpty()) {
            return 0;
        }
        entities.createQuery("delete from AttemptRow a where a.delivery in :over")
                .setParameter("over", over)
                .executeUpdate();
        return entities.createQuery("delete from DeliveryRow d where d.id in :over")
                .setParameter("over", over)
                .executeUpdate();
    }

    @Override
    public List<Delivery> in(Delivery.State state, int limit) {
        return deliveries(entities.createQuery(
                        "select d from DeliveryRow d where d.state = :state order by d.createdAt desc, d.id",
                        DeliveryRow.class)
                .setParameter("state", state)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public long count(Delivery.State state) {
        return entities.createQuery("select count(d) from DeliveryRow d where d.state = :state", Long.class)
                .setParameter("state", state)
                .getSingleResult();
    }

    @Override
    public List<Delivery> latest(int limit) {
        return deliveries(
                entities.createQuery("select d from DeliveryRow d order by d.createdAt desc, d.id", DeliveryRow.class)
                        .setMaxResults(limit)
                        .getResultList());
    }

    @Override
    public List<Delivery> to(Destination to, int limit) {
        return deliveries(entities.createQuery(
                        "select d from DeliveryRow d where d.destination = :to order by d.createdAt desc, d.id",
                        DeliveryRow.class)
                .setParameter("to", to.key())
                .setMaxResults(limit)
                .getResultList());
    }

    private List<Delivery> deliveries(List<DeliveryRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var notices = entities.createQuery("select n from NoticeRow n where n.id in :ids", NoticeRow.class)
                .setParameter(
                        "ids", rows.stream().map(row -> row.notice).distinct().toList())
                .getResultStream()
                .collect(toMap(row -> row.id, NoticeRow::notice));
        var attempts = entities.createQuery(
                        "select a from AttemptRow a where a.delivery in :ids order by a.number", AttemptRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(groupingBy(row -> row.delivery, mapping(AttemptRow::attempt, toList())));
        return rows.stream()
                .map(row ->
                        row.delivery(requireNonNull(notices.get(row.notice)), attempts.getOrDefault(row.id, List.of())))
                .toList();
    }
}
