package org.overread.registry.promotion;

import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;

/** What became of a step on a request. */
public sealed interface Step {
    /** It was taken and led to this state. */
    record Taken(PromotionRequest now) implements Step {}

    /** It was not, by which rule, and why in a sentence that the person can act on. */
    record Refused(Rule rule, String reason) implements Step {
        static Refused by(Ruling.Refused ruling) {
            return new Refused(ruling.rule(), ruling.reason());
        }
    }
}
