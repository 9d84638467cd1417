package org.overread.web.promotion;

import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** The state of a request as a word with a sign. */
final class StateTag {
    private StateTag() {}

    /** That a request is stopped, whatever its state. */
    static Tag stopped() {
        return new Tag("Stopped by what has changed since", Tone.BAD);
    }

    static Tag of(State state) {
        return new Tag(
                state.title(),
                switch (state) {
                    case APPROVED, LIVE -> Tone.GOOD;
                    case BLOCKED, REJECTED, HALTED -> Tone.BAD;
                    case IN_REVIEW, READY_FOR_DECISION -> Tone.WAITING;
                    case WITHDRAWN, ENDED -> Tone.PLAIN;
                });
    }
}
