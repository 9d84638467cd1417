package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;
import static org.overread.monitoring.feedback.FeedbackKind.ACCEPTED;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.testing.Actors;

class CardsTest extends FeedbackBench {
    @Test
    void registersACardOnceAndRefusesAnotherUnderItsId() {
        var card = shown("c", ANA.personId());

        assertThat(shown("c", ANA.personId())).isEqualTo(card);
        assertThatThrownBy(() -> shown("c", BEN.personId()))
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(audit.actions()).containsExactly("card.registered");
    }

    @Test
    void takesTheModelsDepartmentWhereNoneIsSaid() {
        assertThat(shown("c", null, null, null, NOON).department()).isEqualTo("emergency");
    }

    @Test
    void refusesACardThatSaysTooLittleOrIsOfNoVersion() {
        var nothing = new CardDraft(null, null, null, null, null, null, null, null);
        var unknown =
                new CardDraft(id("c"), new ModelVersionId("sepsis", 9), "p", null, null, null, NOON, Indicator.INFO);

        assertThat(catchThrowableOfType(GovernanceException.class, () -> cards.register(EHR, nothing))
                        .fields())
                .extracting(FieldProblem::field)
                .containsExactly("id", "version", "predictionId", "shownAt");
        assertThatThrownBy(() -> cards.register(EHR, unknown)).hasMessage("There is no version sepsis/9");
        assertThatThrownBy(() -> cards.register(Actors.machine(ApiScope.READ), unknown))
                .hasMessage("Model server may not do this here");
    }

    @Test
    @DisplayName("For you: what was shown to me or to everybody in my reach, without what I have said something of")
    void listsWhatWaits() {
        shown("mine", ANA.personId());
        shown("for all", null, "emergency", "north", NOON.plusSeconds(2));
        shown("for oncology", null, "oncology", "north", NOON.plusSeconds(3));
        shown("for south", null, "emergency", "south", NOON.plusSeconds(4));
        shown("ben's", BEN.personId());
        shown("done", ANA.personId());
        shown("taken back", ANA.personId(), "emergency", "north", NOON.plusSeconds(1));
        say(ANA, "f1", "done", ACCEPTED, null);
        say(ANA, "f2", "taken back", ACCEPTED, null);
        inTransaction(() -> feedback.withdraw(ANA, id("f2")));
        say(BEN, "f3", "for all", ACCEPTED, null);
        var limited = Actors.within(new Scope(null, "emergency", "north"), "ana", Role.CLINICIAN);

        assertThat(waitingFor(limited)).containsExactly("p-for all", "p-taken back", "p-mine");
        assertThat(waitingFor(ANA))
                .containsExactly("p-for south", "p-for oncology", "p-for all", "p-taken back", "p-mine");
        assertThat(waitingFor(MIRA)).isEmpty();
        assertThat(inTransaction(() -> cards.waitingFor(ANA, 2))).hasSize(2);
        assertThat(inTransaction(() -> cards.waitingCount(ANA, 1_001))).isEqualTo(5);
        assertThat(inTransaction(() -> cards.waitingCount(ANA, 3))).isEqualTo(3);
    }

    @Test
    void showsAllThatAReviewNeedsAndLeavesATrace() {
        new IntakeBench(database().application()).send(BodyFormat.NDJSON, """
                {"predictionId":"p-c","occurredAt":"2026-03-01T11:59:00Z","patientRef":"x9","site":"north","score":0.31,\
                "subgroups":{"sex":"Female"},"features":{"lactate":4.1},"latencyMs":41}""");
        var card = shown("c", ANA.personId());
        var mine = recorded(say(ANA, "f", "c", ACCEPTED, null));

        var details = inTransaction(() -> cards.card(ANA, id("c")));

        assertThat(details)
                .isEqualTo(new CardDetails(
                        card,
                        "Early warning of sepsis",
                        OutputKind.RISK_SCORE,
                        0.15,
                        new Prediction(
                                "p-c",
                                NOON.minusSeconds(60),
                                "x9",
                                "north",
                                0.31,
                                null,
                                new TreeMap<>(Map.of("sex", "Female")),
                                new TreeMap<>(Map.of("lactate", "4.1")),
                                null,
                                41),
                        OverrideReason.offeredFor(OutputKind.RISK_SCORE),
                        mine,
                        true));
        assertThat(details.flagged()).isTrue();
        assertThat(audit.actions()).endsWith("card.read");
        assertThat(inTransaction(() -> cards.waitingFor(BEN))).isEmpty();
        assertThat(inTransaction(() -> cards.card(MIRA, id("c"))).mayGiveFeedback())
                .isFalse();
    }

    @Test
    void listsTheScoreWhereThereIsOne() {
        new IntakeBench(database().application())
                .send(BodyFormat.CSV, "prediction_id,occurred_at,score\np-a,2026-03-01T11:59:00Z,0.31\n");
        var a = shown("a", ANA.personId());
        var b = shown("b", ANA.personId(), "emergency", "north", NOON.minusSeconds(1));

        assertThat(inTransaction(() -> cards.waitingFor(ANA)))
                .containsExactly(
                        new WaitingCard(a, "Early warning of sepsis", OutputKind.RISK_SCORE, 0.31),
                        new WaitingCard(b, "Early warning of sepsis", OutputKind.RISK_SCORE, null));
        assertThat(inTransaction(() -> cards.card(ANA, id("b"))).flagged()).isNull();
    }

    @Test
    @DisplayName("G1: a card of another department cannot be seen, nor known of")
    void hidesCardsOutOfReach() {
        shown("c", null, "oncology", "north", NOON);
        var cardiologist = Actors.within(new Scope(null, "cardiology", null), "carl", Role.CLINICIAN);

        assertThatThrownBy(() -> cards.card(cardiologist, id("c"))).hasMessage("There is no such output.");
        assertThatThrownBy(() -> cards.card(cardiologist, id("none"))).hasMessage("There is no such output.");
    }

    @Test
    @DisplayName("G1: naming one's own department does not make another department's model one's own")
    void looksAtTheModelsDepartmentToo() {
        var oncology = Actors.machine("m-9", new Scope(null, "oncology", null), ApiScope.FEEDBACK);
        var emergency = Actors.machine("m-8", new Scope(null, "emergency", null), ApiScope.FEEDBACK);
        var named = new CardDraft(id("c"), SEPSIS_2, "p", "north", "oncology", null, NOON, Indicator.INFO);

        assertThatThrownBy(() -> cards.register(oncology, named)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> cards.register(emergency, named)).isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("G1: a card at one site shows no output of another")
    void showsNoOutputOfAnotherSite() {
        new IntakeBench(database().application())
                .send(BodyFormat.CSV, "prediction_id,occurred_at,site,score\np-c,2026-03-01T11:59:00Z,south,0.31\n");
        shown("c", ANA.personId());

        assertThat(inTransaction(() -> cards.card(ANA, id("c"))).prediction()).isNull();
        assertThat(inTransaction(() -> cards.waitingFor(ANA)).getFirst().score())
                .isNull();
    }

    private List<String> waitingFor(Actor.Person person) {
        return inTransaction(() -> cards.waitingFor(person)).stream()
                .map(waiting -> waiting.card().predictionId())
                .toList();
    }
}
