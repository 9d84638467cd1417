package org.overread.registry.audit;

import org.overread.registry.Actor;

/** Where deeds are recorded. Appending joins the caller's transaction: both are kept or neither is. */
public interface AuditTrail {
    /** Records the deed. Do it last: until the caller's transaction ends, no other one can record any. */
    void append(Actor actor, Deed deed);
}
