package org.overread.registry.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;

/**
 * Something that the pinned evidence of a request does not know, because it came later. It never alters what was pinned:
 * it stands beside it, and stops a release where the policy's {@link StopRule} says so.
 */
public sealed interface Change {
    /** What it is, in a sentence that stays the same as long as nothing else happens. */
    String sentence();

    /** Who must do what about it, in a sentence. */
    String remedy();

    /** What a policy can name as stopping a release. */
    enum Kind {
        SEVERE_FINDING("a new severe finding"),
        SAFETY_CONCERN("a new safety concern"),
        SEVERE_ALERT("an open severe alert"),
        WARNING("an open warning"),
        OTHER_VERDICT("figures of now that would keep the gate shut"),
        WATCHED_LESS("less watching by the hand of who asked for it");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The kind as it is printed in a sentence. */
        public String title() {
            return title;
        }
    }

    /**
     * Severe feedback that the evidence does not rest on.
     *
     * @param concern whether a clinician told it as a safety concern
     * @param at when it came here
     * @param site where; null when that is not known
     * @param open whether it is not cleared, or only by who asked for the release
     */
    record SevereFinding(
            UUID feedback,
            boolean concern,
            Instant at,
            @Nullable String site,
            boolean open) implements Change {
        Kind kind() {
            return concern ? Kind.SAFETY_CONCERN : Kind.SEVERE_FINDING;
        }

        @Override
        public String sentence() {
            return "A %s of %s%s %s."
                    .formatted(
                            concern ? "safety concern" : "severe finding",
                            DayWords.minute(at),
                            site == null ? "" : " at " + site,
                            open ? "is not cleared" : "has come and is cleared");
        }

        @Override
        public String remedy() {
            return open
                    ? "Somebody who neither told it nor asked for the release clears it, under Feedback of the version."
                    : RESUBMIT;
        }
    }

    /**
     * An alert on the version that is not resolved, whether it was raised before the evidence was taken or after.
     *
     * @param title what is wrong with what
     * @param at when it was raised
     */
    record OpenAlert(UUID alert, String title, boolean severe, Instant at) implements Change {
        Kind kind() {
            return severe ? Kind.SEVERE_ALERT : Kind.WARNING;
        }

        @Override
        public String sentence() {
            return "%s open since %s: %s.".formatted(severe ? "Severe alert" : "Warning", DayWords.minute(at), title);
        }

        @Override
        public String remedy() {
            return "Whoever answers for the model resolves the alert, and says why.";
        }
    }

    /**
     * Who asked for the release has made it that less is watched of the version meanwhile: nobody clears their own gate.
     *
     * @param what what is watched less, within a sentence
     * @param at when they did it
     */
    record WatchedLess(String what, Instant at) implements Change {
        @Override
        public String sentence() {
            return "Who asked for the release has changed what is watched, on %s: %s."
                    .formatted(DayWords.minute(at), what);
        }

        @Override
        public String remedy() {
            return "A paused check goes on, or somebody else decides on the pause or declares the monitoring plan.";
        }
    }

    /**
     * The gate would decide otherwise on the figures of now.
     *
     * @param open whether it would be open; then only single criteria differ
     * @param criteria those that come out otherwise, each with how
     */
    record OtherVerdict(boolean open, List<String> criteria) implements Change {
        public OtherVerdict {
            criteria = List.copyOf(criteria);
        }

        @Override
        public String sentence() {
            return "By the figures of now the gate would be %s; otherwise than pinned: %s."
                    .formatted(open ? "open" : "shut", String.join("; ", criteria));
        }

        @Override
        public String remedy() {
            return RESUBMIT;
        }
    }

    /**
     * The evidence is older than the policy lets it serve.
     *
     * @param until the instant from which it no longer serves
     */
    record GrownOld(Instant takenAt, Instant until) implements Change {
        @Override
        public String sentence() {
            return "The evidence was taken on %s and served until %s."
                    .formatted(DayWords.of(takenAt), DayWords.minute(until));
        }

        @Override
        public String remedy() {
            return RESUBMIT;
        }
    }

    /** What leads on when the pinned evidence cannot serve any more. */
    String RESUBMIT = "The requester withdraws the request and submits it again, on new evidence.";
}
