package org.overread.registry.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where sites are kept. */
public interface Sites {
    void add(Site site, Instant at);

    Optional<Site> find(String id);

    /** All of them, by name. */
    List<Site> all();
}
