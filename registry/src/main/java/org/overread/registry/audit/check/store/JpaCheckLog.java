package org.overread.registry.audit.check.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.overread.registry.audit.check.CheckLog;
import org.overread.registry.audit.check.TrailCheck;

/** Keeps what came of checks. */
@ApplicationScoped
class JpaCheckLog implements CheckLog {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void keep(TrailCheck check) {
        entities.persist(CheckRow.of(check));
        entities.flush();
    }

    @Override
    public Optional<TrailCheck> last() {
        return newest("");
    }

    @Override
    public Optional<TrailCheck> lastWhole() {
        return newest(" where c.whole");
    }

    private Optional<TrailCheck> newest(String which) {
        return entities.createQuery("select c from CheckRow c" + which + " order by c.id desc", CheckRow.class)
                .setMaxResults(1)
                .getResultStream()
                .map(CheckRow::check)
                .findFirst();
    }
}
