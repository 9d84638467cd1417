package org.overread.registry.audit;

import java.time.Instant;
import org.overread.registry.Actor;

/** A deed as it was done, before it has its place in the chain. */
public record AuditRecord(Instant at, String actorId, String actorName, Deed deed) {
    public static AuditRecord of(Actor actor, Deed deed, Instant at) {
        return new AuditRecord(at, actor.id(), actor.name(), deed);
    }
}
