package org.overread.monitoring.integrity;

import java.util.List;
import java.util.Map;
import org.overread.registry.ModelVersionId;

/** Where the checks of batches rest, and what can be told of the predictions themselves. */
public interface IntegrityLog {
    /** The usual scale of each feature, from the latest batches that did not jump. */
    Map<String, Scale> usual(ModelVersionId version);

    /** Keeps what was found in a batch whose receipt is kept already. */
    void keep(ModelVersionId version, int batch, BatchIntegrity found);

    /** The latest batches of predictions and outcomes, the newest first. */
    List<ReceivedBatch> latest(ModelVersionId version, int most);

    /** What came on each UTC day, over so many days up to that of the newest prediction; days without any are absent. */
    List<FeedDay> days(ModelVersionId version, int days);
}
