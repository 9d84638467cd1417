package org.overread.registry.audit;

import org.overread.registry.Actor;

/**
 * Where deeds are recorded. Recording joins the caller's transaction, so that both are kept or neither is, and waits for
 * nobody. What was committed gets its place in the chain a moment later, see {@link Sealer}.
 */
public interface AuditTrail {
    void append(Actor actor, Deed deed);
}
