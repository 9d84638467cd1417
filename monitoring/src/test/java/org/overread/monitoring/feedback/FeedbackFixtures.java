package org.overread.monitoring.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.testing.Actors;

/** Cards and feedback as tests speak of them. The same name is always the same id. */
final class FeedbackFixtures {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);

    private FeedbackFixtures() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Card card(String name) {
        return new Card(
                id(name), SEPSIS_2, "p-" + name, "north", "icu", Actors.idOf("dr-ana"), NOON, Indicator.WARNING);
    }

    static GivenFeedback accepted(String card, Instant at) {
        return given(card + "-accepted-" + at, card, FeedbackKind.ACCEPTED, null, at);
    }

    static GivenFeedback overridden(String card, OverrideReason reason, Instant at) {
        return given(card + "-overridden-" + at, card, FeedbackKind.OVERRIDDEN, reason, at);
    }

    static GivenFeedback concern(String card, Instant at) {
        return given(card + "-concern-" + at, card, FeedbackKind.SAFETY_CONCERN, null, at);
    }

    static FeedbackDraft draft(FeedbackKind kind, @Nullable OverrideReason reason, @Nullable String comment) {
        return new FeedbackDraft(id("f-1"), id("card-1"), kind, reason, null, comment, false, NOON);
    }

    private static GivenFeedback given(
            String name, String card, FeedbackKind kind, @Nullable OverrideReason reason, Instant at) {
        return new GivenFeedback(
                id(name),
                id(card),
                Actors.idOf("dr-ana"),
                "dr-ana",
                "CLINICIAN",
                kind,
                reason,
                null,
                null,
                false,
                at,
                at);
    }
}
