package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.BesideLimit;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.Reading;
import org.overread.registry.promotion.EvidenceSheet;
import org.overread.web.api.PromotionShapes.Outcome;

/** How frozen evidence looks to machines. */
final class EvidenceShapes {
    private EvidenceShapes() {}

    /**
     * Which time figures cover.
     *
     * @param from the first instant; null without a beginning
     * @param to until when what was known is covered; null in evidence from before that was said
     * @param site null for all sites
     * @param words the same in words
     */
    public record Covers(
            Instant takenAt,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String site,
            String words) {
        static @Nullable Covers of(@Nullable Evidence evidence) {
            return evidence == null
                    ? null
                    : new Covers(
                            evidence.takenAt(), evidence.from(), evidence.to(), evidence.site(), evidence.covers());
        }
    }

    /**
     * The frozen figures of a request with those of now beside them.
     *
     * @param window which time the policy says that evidence covers; null when it can no longer be read
     * @param frozen null when the evidence can no longer be read
     * @param now null when nothing can be laid beside the frozen figures
     * @param digest the pinned one
     * @param presentDigest the one of what stands there now
     * @param matches whether what stands there is what was pinned, and what every signature covers
     * @param check the same in a sentence
     * @param criteria empty when policy or evidence is no longer what was pinned
     */
    public record Sheet(
            UUID request,
            String model,
            int version,
            String site,
            @Nullable EvidenceWindow window,
            @Nullable Covers frozen,
            @Nullable Covers now,
            String digest,
            String presentDigest,
            boolean matches,
            String check,
            int signatures,
            int covering,
            List<Beside> criteria) {
        static Sheet of(EvidenceSheet sheet) {
            var submission = sheet.submission();
            var policy = sheet.policy();
            return new Sheet(
                    submission.id(),
                    submission.version().model(),
                    submission.version().version(),
                    submission.site(),
                    policy == null ? null : policy.window(),
                    Covers.of(sheet.evidence()),
                    Covers.of(sheet.live()),
                    sheet.pinned().hex(),
                    sheet.present().hex(),
                    sheet.matches(),
                    sheet.check(),
                    sheet.signatures(),
                    sheet.covering(),
                    sheet.criteria().stream().map(Beside::of).toList());
        }
    }

    /**
     * One criterion then and now.
     *
     * @param crossings what has become otherwise, in words; empty when nothing has
     */
    public record Beside(
            String key,
            String demand,
            Outcome frozen,
            @Nullable Outcome now,
            String frozenReason,
            @Nullable String nowReason,
            List<String> crossings,
            List<Pair> figures) {
        static Beside of(BesideLimit criterion) {
            var live = Optional.ofNullable(criterion.live());
            var pinned = criterion.pinned();
            return new Beside(
                    pinned.criterion().key(),
                    pinned.criterion().label(),
                    Outcome.of(pinned),
                    live.map(Outcome::of).orElse(null),
                    pinned.reason(),
                    live.map(CriterionVerdict::reason).orElse(null),
                    criterion.crossings(),
                    criterion.figures().stream().map(Pair::of).toList());
        }
    }

    /**
     * One figure then and now.
     *
     * @param group null for all cases
     * @param frozen null when the frozen evidence does not have it
     * @param now null when there is none now
     * @param crossing what has become otherwise by the limit; null when nothing has
     */
    public record Pair(
            @Nullable String group,
            @Nullable Figure frozen,
            @Nullable Figure now,
            @Nullable String crossing) {
        static Pair of(BesideLimit.Pair pair) {
            return new Pair(
                    pair.group(),
                    figure(pair.pinned()),
                    figure(pair.live()),
                    pair.crossing().orElse(null));
        }

        private static @Nullable Figure figure(@Nullable Reading reading) {
            return reading == null ? null : reading.figure();
        }
    }
}
