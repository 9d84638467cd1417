package org.overread.monitoring.plan;

import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/** Where plans are kept. */
public interface PlanBook {
    /** Lets no other transaction add a revision for that version until this one ends. */
    void lock(ModelVersionId version);

    void add(PlanRevision revision);

    /** The one in force. */
    Optional<PlanRevision> latest(ModelVersionId version);

    /** Every revision of a version's plan, the newest first. */
    List<PlanRevision> revisions(ModelVersionId version);

    /** The plan in force of every version that has one. */
    List<PlanRevision> inForce();
}
