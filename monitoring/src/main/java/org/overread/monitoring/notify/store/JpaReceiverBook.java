package org.overread.monitoring.notify.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.ReceiverBook;

@ApplicationScoped
class JpaReceiverBook implements ReceiverBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public boolean tryTurn(Destination to, Instant now, Instant until) {
        return entities.createNativeQuery("""
                        INSERT INTO monitoring.receiver (destination, turn_until) VALUES (:to, :until)
                        ON CONFLICT (destination) DO UPDATE SET turn_until = excluded.turn_until
                        WHERE receiver.turn_until IS NULL OR receiver.turn_until <= :now""")
                        .setParameter("to", to.key())
                        .setParameter("until", until)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void endTurn(Destination to, Instant until) {
        entities.flush();
        entities.createNativeQuery(
                        "UPDATE monitoring.receiver SET turn_until = NULL WHERE destination = :to AND turn_until = :until")
                .setParameter("to", to.key())
                .setParameter("until", until)
                .executeUpdate();
    }

    @Override
    public Receiver find(Destination to) {
        return Optional.ofNullable(entities.find(ReceiverRow.class, to.key()))
                .map(row -> {
                    entities.refresh(row);
                    return row.receiver();
                })
                .orElseGet(() -> Receiver.good(to));
    }

    @Override
    public void keep(Receiver receiver) {
        var row = entities.find(ReceiverRow.class, receiver.to().key());
        if (row == null) {
            row = new ReceiverRow();
            row.destination = receiver.to().key();
            entities.persist(row);
        }
        row.doubtfulSince = receiver.doubtfulSince();
        row.givenUpAt = receiver.givenUpAt();
        row.reason = receiver.reason();
        entities.flush();
    }

    @Override
    public List<Receiver> givenUp() {
        return entities.createQuery(
                        "select r from ReceiverRow r where r.givenUpAt is not null order by r.givenUpAt desc, r.destination",
                        ReceiverRow.class)
                .getResultStream()
                .map(ReceiverRow::receiver)
                .toList();
    }
}
