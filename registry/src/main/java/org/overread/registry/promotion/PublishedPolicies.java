package org.overread.registry.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyFile;

/** Where published policies rest, for good. */
public interface PublishedPolicies {
    /** Keeps a policy beside its canonical text. */
    void add(Frozen<Policy> policy);

    /** Adds what a second person said of a policy that waited for it. */
    void add(UUID policy, PolicyFile.Decision decision);

    /** Adds that a policy was retired. */
    void add(UUID policy, PolicyFile.Retirement retirement);

    Optional<Frozen<Policy>> find(UUID id);

    /** Every policy with what was added to it, the newest first; without those that cannot be read any more. */
    List<PolicyFile> files();

    /** Every policy at rest by its id, those too that are no longer as they were published. */
    Map<UUID, Frozen<Policy>> kept();

    /** Makes everybody else who publishes, confirms or retires wait until this transaction ends, so that numbers follow each other. */
    void lock();
}
