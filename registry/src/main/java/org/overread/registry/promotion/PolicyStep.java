package org.overread.registry.promotion;

import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.review.Rule;

/** What became of a step on a policy. */
public sealed interface PolicyStep {
    /** It was taken and led to this. */
    record Taken(PolicyFile now, PolicyState state) implements PolicyStep {}

    /** It was not, by which rule, and why in a sentence that the person can act on. */
    record Refused(Rule rule, String reason) implements PolicyStep {}
}
