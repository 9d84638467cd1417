package org.overread.registry.audit.check;

/** Tells people outside the product that the trail is broken. Every CDI bean of this type does; none may throw. */
public interface BreakNews {
    /** @param check one that found something which the check before it had not */
    void tell(TrailCheck check);
}
