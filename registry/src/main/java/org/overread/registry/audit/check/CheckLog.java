package org.overread.registry.audit.check;

import java.util.Optional;

/** Where the results of checks are kept. */
public interface CheckLog {
    void keep(TrailCheck check);

    Optional<TrailCheck> last();

    /** The last that read every entry. */
    Optional<TrailCheck> lastWhole();
}
