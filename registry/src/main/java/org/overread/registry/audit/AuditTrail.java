package org.overread.registry.audit;

import org.overread.registry.Actor;

/** Where deeds are recorded. Appending joins the caller's transaction: both are kept or neither is. */
public interface AuditTrail {
    void append(Actor actor, Deed deed);
}
