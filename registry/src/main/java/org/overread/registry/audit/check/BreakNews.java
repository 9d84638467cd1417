package org.overread.registry.audit.check;

import org.overread.registry.audit.ChainVerification.Broken;

/** Tells people outside the product that the trail is broken. Every CDI bean of this type does; none may throw. */
public interface BreakNews {
    void tell(Broken broken);
}
