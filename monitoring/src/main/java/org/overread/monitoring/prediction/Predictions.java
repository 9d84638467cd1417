package org.overread.monitoring.prediction;

import java.util.Collection;
import java.util.Map;
import org.overread.registry.ModelVersionId;

/** Finds single predictions in the log. */
public interface Predictions {
    /** Those of the version's predictions that are known, by their id. */
    Map<String, Prediction> find(ModelVersionId version, Collection<String> predictionIds);

    /** How many distinct patients these predictions are about; each one without a patient counts as one. */
    long patients(ModelVersionId version, Collection<String> predictionIds);
}
