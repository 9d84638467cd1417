package org.overread.monitoring.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ModelVersionId;

/** Where runs that somebody has started are kept. */
public interface RunAttempts {
    /** Lets no other transaction start a run of the version until this one ends. */
    void lock(ModelVersionId version);

    void add(RunAttempt attempt);

    /** Keeps how a known one stands now. */
    void keep(RunAttempt attempt);

    /** Keeps that the server of one that has not ended was heard of then. */
    void touch(UUID id, Instant now);

    Optional<RunAttempt> find(UUID id);

    /** Those of a version, the newest first. */
    List<RunAttempt> of(ModelVersionId version, int limit);
}
