package org.overread.monitoring.schedule;

import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/** Where runs are kept. */
public interface RunLog {
    /**
     * Takes the turn of running the version's checks until the transaction ends; whether it was free, so that two
     * servers never run the same.
     */
    boolean tryTurn(ModelVersionId version);

    void add(FinishedRun run);

    Optional<FinishedRun> latest(ModelVersionId version);

    /** The last run of every version that has one. */
    List<FinishedRun> latest();

    /** The runs of a version, the newest first. */
    List<FinishedRun> of(ModelVersionId version, int limit);
}
