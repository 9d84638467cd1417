package org.overread.registry.promotion;

import static org.overread.registry.gate.GateFixtures.MORNING;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2_CONTENT;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.SEPSIS_NORTH;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.Policy;
import org.overread.registry.review.Intent;

/** Files of requests, and how a version stands, as tests speak of them. */
public final class PromotionFixtures {
    public static final ModelVersionId SEPSIS_3 = new ModelVersionId("sepsis", 3);
    public static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    public static final UUID REQUEST = new UUID(31, 1);
    static final Instant LATER = NOON.plusSeconds(3600);

    /** Sepsis 2 in its silent run at north, where sepsis 1 is in general use. */
    static final List<StageEntry> SILENT_RUN = List.of(
            step(SEPSIS_1, Stage.GENERAL, MORNING.minusSeconds(900), new UUID(31, 99)),
            step(SEPSIS_2, Stage.LOCAL_VALIDATION, MORNING.minusSeconds(800), new UUID(31, 97)),
            step(SEPSIS_2, Stage.SILENT, MORNING.minusSeconds(700), new UUID(31, 98)));

    static final Standing IN_SILENT_RUN = standing(SILENT_RUN);

    private PromotionFixtures() {}

    static StageEntry step(ModelVersionId version, Stage stage, Instant at, @Nullable UUID promotion) {
        return new StageEntry(version, "north", stage, at, promotion, "somebody", null);
    }

    static Standing standing(List<StageEntry> steps, String... doubts) {
        return new Standing(
                SEPSIS_2,
                SEPSIS_2_CONTENT,
                "north",
                SEPSIS_NORTH,
                true,
                new StageHistory(steps),
                Map.of("somebody", "Sam Somebody"),
                List.of(doubts),
                LATER);
    }

    /** The silent run and these steps after it. */
    static Standing after(StageEntry... more) {
        return standing(Stream.concat(SILENT_RUN.stream(), Stream.of(more)).toList());
    }

    /** The request while nothing has changed since. */
    static PromotionRequest request(PromotionFile file, Standing standing) {
        return PromotionRequest.of(file, standing, (policy, evidence) -> Changes.NONE);
    }

    public static Policy policy() {
        return GateFixtures.policyOf(GateFixtures.GOOD_SENSITIVITY, GateFixtures.NOTHING_SEVERE_OPEN);
    }

    public static <T> Frozen<T> frozen(T content) {
        return Frozen.now(content, CanonicalJson.of(content));
    }

    /** What the owner asked at noon: sepsis 2 from the silent run to the pilot at north. */
    public static PromotionFile submitted() {
        return submittedBy(OWNER, GateFixtures.goodEvidence());
    }

    public static PromotionFile submittedBy(Actor requester, Evidence evidence) {
        var policy = frozen(policy());
        var frozen = frozen(evidence);
        return PromotionFile.of(
                new Submission(
                        REQUEST,
                        SEPSIS_2,
                        SEPSIS_2_CONTENT,
                        Stage.SILENT,
                        Stage.PILOT,
                        "north",
                        requester.id(),
                        requester.name(),
                        "The silent run went well.",
                        NOON,
                        policy().id(),
                        policy.pinned(),
                        frozen.pinned()),
                policy,
                frozen);
    }

    /** The file after these have signed, one after the other; each must have been allowed to. */
    public static PromotionFile signedBy(PromotionFile file, Intent... intents) {
        for (int i = 0; i < intents.length; i++) {
            var request = (PromotionRequest.Undecided) request(file, IN_SILENT_RUN);
            var step = request.signed(intents[i], new UUID(32, i), NOON.plusSeconds(60L * (i + 1)));
            file = ((Step.Taken) step).now().file();
        }
        return file;
    }
}
