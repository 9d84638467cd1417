package org.overread.registry.gate;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;

/**
 * What has changed since the evidence of a request was pinned, and what of it stops the release by the pinned policy.
 * Nobody signs without having seen it: a signature names the digest of the {@link #text()} that was shown.
 *
 * @param all everything that has changed, whether it stops the release or not
 * @param stops those that stop it
 * @param live what the gate says of the figures of now; null when they were not asked for
 * @param serves the instant until which the evidence serves; null when the policy sets none
 */
public record Changes(
        List<Change> all,
        List<Change> stops,
        @Nullable GateVerdict live,
        @Nullable Instant serves) {
    /** Nothing has changed. */
    public static final Changes NONE = new Changes(List.of(), List.of(), null, null);

    public Changes {
        all = List.copyOf(all);
        stops = List.copyOf(stops);
    }

    /**
     * Weighs what has changed by the policy.
     *
     * @param happened the findings and alerts
     * @param live the evidence as it would be taken now, of the same scope; null when it was not asked for
     */
    public static Changes of(
            Policy policy, Evidence pinned, List<Change> happened, @Nullable Evidence live, Instant now) {
        var verdict = live == null ? null : PromotionGate.decide(policy, live);
        var serves = policy.stops().serves(pinned);
        var all = new ArrayList<>(happened);
        if (verdict != null) {
            otherwise(PromotionGate.decide(policy, pinned), verdict).ifPresent(all::add);
        }
        if (serves != null && !now.isBefore(serves)) {
            all.add(new Change.GrownOld(pinned.takenAt(), serves));
        }
        return new Changes(all, all.stream().filter(policy.stops()::stops).toList(), verdict, serves);
    }

    /** Whether the policy lets nobody approve and nothing go live as it stands. */
    public boolean stopped() {
        return !stops.isEmpty();
    }

    /** Why it is stopped and what leads on, in sentences. */
    public String reason() {
        return "Stopped by what has changed since: "
                + stops.stream()
                        .map(stop -> stop.sentence() + " " + stop.remedy())
                        .distinct()
                        .collect(joining(" "));
    }

    /** What has changed as it is shown to a signer, a sentence a line; empty when nothing has. */
    public String text() {
        return all.stream().map(Change::sentence).collect(joining("\n"));
    }

    /** The digest of {@link #text()}. */
    public Digest digest() {
        return Digest.of(text());
    }

    private static Optional<Change> otherwise(GateVerdict pinned, GateVerdict live) {
        var differing = IntStream.range(0, pinned.criteria().size())
                .boxed()
                .flatMap(i ->
                        difference(pinned.criteria().get(i), live.criteria().get(i)))
                .toList();
        return differing.isEmpty() ? Optional.empty() : Optional.of(new Change.OtherVerdict(live.open(), differing));
    }

    private static Stream<String> difference(CriterionVerdict pinned, CriterionVerdict live) {
        return pinned.getClass().equals(live.getClass())
                ? Stream.empty()
                : Stream.of(live.criterion().label() + " is " + live.word());
    }
}
