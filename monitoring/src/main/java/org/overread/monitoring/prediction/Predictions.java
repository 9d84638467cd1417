package org.overread.monitoring.prediction;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/** Finds and counts single predictions in the log. */
public interface Predictions {
    /** Those of the version's predictions that are known, by their id. */
    Map<String, Prediction> find(ModelVersionId version, Collection<String> predictionIds);

    /** How many there are of the version, at one site or at all, from a moment on or at all. */
    Volume volume(ModelVersionId version, @Nullable String site, @Nullable Instant from);

    /**
     * A number of predictions.
     *
     * @param patients how many distinct patients they are about; each one without a patient counts as one
     */
    record Volume(long predictions, long patients) {}

    /** How many distinct patients these predictions are about; each one without a patient counts as one. */
    long patients(ModelVersionId version, Collection<String> predictionIds);
}
