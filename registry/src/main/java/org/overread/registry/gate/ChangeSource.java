package org.overread.registry.gate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;

/** Where it is known what has happened to a version since its evidence was taken: monitoring answers in the product. */
public interface ChangeSource {
    /**
     * Lets no finding and no alert of the version come in, be answered or be resolved until this transaction ends. What is
     * on its way is waited for, and then told by {@link #since}; what comes later comes after this transaction.
     */
    void hold(ModelVersionId version);

    /**
     * The severe findings that the evidence does not rest on, cleared or not, those that were cleared when it was taken
     * and are not any more, and every alert that is open. A finding counts as new when it came to the evidence's own
     * site, or to any other since it was taken. And what is watched less since by the hand of who asks.
     *
     * @param asking whose request it is: what only they have cleared is not cleared
     */
    List<Change> since(Evidence pinned, PairOfEyes asking);

    /**
     * The evidence as it would be taken now, of the same site. Nothing is kept of it.
     *
     * @param attributes whose groups the policy asks about
     * @param from the first instant of the window as the policy sets it now; null without a beginning
     */
    Evidence live(Evidence pinned, Set<String> attributes, @Nullable Instant from, PairOfEyes asking);
}
