package org.overread.registry.catalog;

import java.util.Optional;
import java.util.UUID;

/** Where the steps of versions are kept; nothing is ever taken back. */
public interface StageEntries {
    void add(StageEntry entry);

    /** The step that carried out that promotion. */
    Optional<StageEntry> ofPromotion(UUID promotion);

    /** All steps of a model's versions. */
    StageHistory of(String model);
}
