package org.overread.registry.gate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;

/**
 * What the gate asks of a version.
 *
 * @param site the site it is asked for; null for all sites
 * @param attributes whose groups the policy asks about; each is answered group by group
 * @param from the first instant of the window; null without a beginning
 * @param at the moment it is asked, up to which the window goes
 * @param asking whose request it is: what only they themselves have cleared counts as not cleared, since nobody clears
 *     their own gate
 */
public record EvidenceQuestion(
        ModelVersionId version,
        @Nullable String site,
        Set<String> attributes,
        @Nullable Instant from,
        Instant at,
        PairOfEyes asking) {
    public EvidenceQuestion {
        attributes = Set.copyOf(attributes);
    }
}
