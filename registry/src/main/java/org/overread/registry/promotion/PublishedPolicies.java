package org.overread.registry.promotion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.gate.Policy;

/** Where published policies rest, for good. */
public interface PublishedPolicies {
    /** Keeps a policy beside its canonical text. */
    void add(Frozen<Policy> policy);

    Optional<Frozen<Policy>> find(UUID id);

    /** Every policy as it was published, the newest first; without those that cannot be read any more. */
    List<Policy> all();

    /** Makes everybody else who publishes wait until this transaction ends, so that numbers follow each other. */
    void lock();
}
