package org.overread.monitoring.prediction;

import org.overread.registry.ModelVersionId;

/** Where predictions and their outcomes rest. */
public interface PredictionLog {
    /** Begins to store predictions, as part of the running transaction. */
    Storing<Prediction> storePredictions(ModelVersionId version, Refusals refusals);

    /** Begins to store outcomes of predictions at those sites, as part of the running transaction. */
    Storing<Outcome> storeOutcomes(ModelVersionId version, SendersSites sites, Refusals refusals);

    /** Keeps the receipt of a batch. */
    void keep(ModelVersionId version, BatchKind kind, Sender sender, Receipt receipt);

    /** What a batch holds. */
    enum BatchKind {
        PREDICTIONS,
        OUTCOMES
    }

    /** Who sent a batch, and when. */
    record Sender(String id, String name, java.time.Instant at) {}
}
