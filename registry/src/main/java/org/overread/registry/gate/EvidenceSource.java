package org.overread.registry.gate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;

/** Where evidence comes from: monitoring answers in the product, a map in tests. */
public interface EvidenceSource {
    /**
     * Everything known about the version at that moment, never null. What is not known is a figure without a value, or
     * no figure: both leave their criteria undetermined.
     *
     * @param site the site it is asked for; null for all sites
     * @param attributes whose groups the policy asks about; each is answered group by group
     */
    Evidence about(ModelVersionId version, @Nullable String site, Set<String> attributes, Instant at);

    /**
     * The same for a request of that pair of eyes: what only they themselves have cleared counts as not cleared, since
     * nobody clears their own gate.
     */
    default Evidence about(
            ModelVersionId version, @Nullable String site, Set<String> attributes, Instant at, PairOfEyes asking) {
        return about(version, site, attributes, at);
    }
}
