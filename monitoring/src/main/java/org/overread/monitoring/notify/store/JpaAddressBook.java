package org.overread.monitoring.notify.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.mail.AddressBook;
import org.overread.registry.PersonId;

@ApplicationScoped
class JpaAddressBook implements AddressBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public Optional<String> find(PersonId person) {
        return row(person).map(row -> row.address);
    }

    @Override
    public void set(PersonId person, @Nullable String address, String by, Instant at) {
        if (address == null) {
            row(person).ifPresent(entities::remove);
            return;
        }
        var row = row(person).orElseGet(() -> added(person));
        row.address = address;
        row.setBy = by;
        row.setAt = at;
    }

    private NoticeAddressRow added(PersonId person) {
        var row = new NoticeAddressRow();
        row.person = person.value();
        entities.persist(row);
        return row;
    }

    private Optional<NoticeAddressRow> row(PersonId person) {
        return Optional.ofNullable(entities.find(NoticeAddressRow.class, person.value()));
    }
}
