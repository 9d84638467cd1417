package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/** Remembers on which feedback evidence rests. Nothing in it is ever changed. */
public interface Citations {
    /** Remembers feedback that is kept for good under its digest; once more changes nothing. */
    void cite(ModelVersionId version, CountedFeedback counted, Instant at);

    /** Which of this feedback stands behind each of these digests, as far as they are known. */
    Map<Digest, Set<UUID>> cited(Collection<Digest> digests, Collection<UUID> feedback);
}
