package org.overread.web.testing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.CardDetails;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.WaitingCard;
import org.overread.monitoring.feedback.WithdrawalAnswer;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.OutputKind;

/** Outputs that were shown on a ward, and what was said of them, in memory. */
public final class Ward {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    public static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);

    private final Map<UUID, CardDetails> shown = new LinkedHashMap<>();
    private final List<MyFeedback> mine = new ArrayList<>();
    private final List<FeedbackDraft> said = new ArrayList<>();
    private final List<UUID> takenBack = new ArrayList<>();

    /** The same name is always the same id. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Card card(String name) {
        return new Card(id(name), SEPSIS_2, "p-" + name, "north", "icu", null, NOON, Indicator.WARNING);
    }

    public static Prediction prediction(@Nullable Double score, @Nullable String text) {
        return new Prediction(
                "p",
                NOON,
                "x9f",
                "north",
                score,
                null,
                new TreeMap<>(),
                new TreeMap<>(Map.of("lactate", "3.1", "heart_rate", "118")),
                text,
                null);
    }

    /** Shows a score with the threshold 0.158. */
    public Ward show(String name, double score) {
        return show(name, OutputKind.RISK_SCORE, prediction(score, null), null);
    }

    public Ward show(
            String name, OutputKind kind, @Nullable Prediction prediction, @Nullable GivenFeedback alreadySaid) {
        shown.put(
                id(name),
                new CardDetails(
                        card(name),
                        "Sepsis risk",
                        kind,
                        0.158,
                        prediction,
                        OverrideReason.offeredFor(kind),
                        alreadySaid,
                        true));
        return this;
    }

    public Ward told(MyFeedback one) {
        mine.add(one);
        return this;
    }

    /** What was said and kept. */
    public List<FeedbackDraft> said() {
        return said;
    }

    public List<UUID> takenBack() {
        return takenBack;
    }

    public Cards cards() {
        return new Cards() {
            @Override
            public CardDetails card(Actor actor, UUID id) {
                var details = shown.get(id);
                if (details == null) {
                    throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such output.");
                }
                return new CardDetails(
                        details.card(),
                        details.modelName(),
                        details.kind(),
                        details.threshold(),
                        details.prediction(),
                        details.reasons(),
                        details.mine(),
                        actor.may(Permission.GIVE_FEEDBACK, details.card().place()));
            }

            @Override
            public int waitingCount(Actor.Person person, int most) {
                return waitingFor(person, most).size();
            }

            @Override
            public List<WaitingCard> waitingFor(Actor.Person person, int most) {
                return shown.values().stream()
                        .limit(most)
                        .map(details ->
                                new WaitingCard(details.card(), details.modelName(), details.kind(), score(details)))
                        .toList();
            }
        };
    }

    public Feedback feedback() {
        return new Feedback() {
            @Override
            public FeedbackAnswer record(Actor actor, FeedbackDraft draft) {
                if (!draft.problems().isEmpty()) {
                    return new FeedbackAnswer.Refused(draft.problems());
                }
                said.add(draft);
                return new FeedbackAnswer.Recorded(given(actor, draft), false, false);
            }

            @Override
            public WithdrawalAnswer withdraw(Actor actor, UUID feedback) {
                takenBack.add(feedback);
                return new WithdrawalAnswer.Withdrawn(feedback, NOON);
            }

            @Override
            public List<MyFeedback> mine(Actor.Person person, int most) {
                return mine.stream().limit(most).toList();
            }
        };
    }

    private static @Nullable Double score(CardDetails details) {
        return details.prediction() == null ? null : details.prediction().score();
    }

    private static GivenFeedback given(Actor actor, FeedbackDraft draft) {
        return new GivenFeedback(
                requireNonNull(draft.id()),
                requireNonNull(draft.card()),
                null,
                actor.id(),
                "CLINICIAN",
                requireNonNull(draft.kind()),
                draft.reason(),
                draft.actionInstead(),
                draft.comment(),
                draft.noIdentifiersConfirmed(),
                NOON,
                NOON);
    }
}
