package org.overread.registry.promotion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list. A part that is null or empty sets no limit.
 *
 * @param states only those in one of these states
 */
public record PromotionFilter(
        @Nullable String model,
        @Nullable Integer version,
        @Nullable String site,
        Set<PromotionRequest.State> states) {
    public static final PromotionFilter ALL = new PromotionFilter(null, null, null, Set.of());

    public PromotionFilter {
        states = Set.copyOf(states);
    }

    boolean admits(PromotionRequest.State state) {
        return states.isEmpty() || states.contains(state);
    }
}
