package org.overread.monitoring.truth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/** Where truths are remembered: the last of each version. */
public interface TruthBook {
    Optional<Truth> of(ModelVersionId version);

    List<Truth> all();

    /** Remembers it in place of the one before. */
    void put(Truth truth);

    /** The last batch of predictions or outcomes of each version that has had one. */
    Map<ModelVersionId, Long> lastBatches();

    /** Takes the turn of drawing the version's truth until the transaction ends; whether it was free. */
    boolean tryTurn(ModelVersionId version);
}
