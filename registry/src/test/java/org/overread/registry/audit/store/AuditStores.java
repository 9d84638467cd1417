package org.overread.registry.audit.store;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Sealer;

/** The stores of the audit trail, for tests of other packages. */
public final class AuditStores {
    private AuditStores() {}

    public static AuditTrail trail(EntityManager entities, InstantSource clock) {
        var trail = new JpaAuditTrail();
        trail.entities = entities;
        trail.clock = clock;
        return trail;
    }

    /** One that works in the caller's transaction. */
    public static Sealer sealer(EntityManager entities) {
        var sealer = new JpaSealer();
        sealer.entities = entities;
        return sealer;
    }

    /** @param sealer seals in transactions of its own */
    public static AuditLog log(EntityManager entities, Sealer sealer) {
        var log = new JpaAuditLog();
        log.entities = entities;
        log.sealer = sealer;
        return log;
    }
}
