package org.overread.registry.audit.anchor.store;

import jakarta.persistence.EntityManager;
import org.overread.registry.audit.anchor.AnchorLog;

/** The store of anchors, for tests of other packages. */
public final class AnchorStores {
    private AnchorStores() {}

    public static AnchorLog log(EntityManager entities) {
        var log = new JpaAnchorLog();
        log.entities = entities;
        return log;
    }
}
