package org.overread.registry.promotion;

import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Policy;

/** Finds out what has changed since the evidence of a request was pinned, once it is known that somebody must know. */
@FunctionalInterface
interface Since {
    Changes of(Policy policy, Evidence pinned);
}
