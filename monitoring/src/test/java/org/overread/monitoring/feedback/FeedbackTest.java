package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;
import static org.overread.monitoring.feedback.FeedbackKind.ACCEPTED;
import static org.overread.monitoring.feedback.FeedbackKind.OVERRIDDEN;
import static org.overread.monitoring.feedback.OverrideReason.ALREADY_DONE;
import static org.overread.monitoring.feedback.OverrideReason.CLINICALLY_WRONG;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.FeedbackAnswer.Recorded;
import org.overread.monitoring.feedback.FeedbackAnswer.Refused;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Stage;
import org.overread.registry.testing.Actors;

class FeedbackTest extends FeedbackBench {
    @Test
    @DisplayName("B2: an override is kept with code and comment, bound to person, role and time")
    void recordsAnOverride() {
        shown("c", ANA.personId());

        var answer = say(ANA, "f", "c", OVERRIDDEN, CLINICALLY_WRONG);

        var expected = new GivenFeedback(
                id("f"),
                id("c"),
                ANA.personId(),
                ANA.id(),
                "CLINICIAN",
                OVERRIDDEN,
                CLINICALLY_WRONG,
                null,
                "Lactate was drawn before",
                false,
                now,
                now);
        assertThat(answer).isEqualTo(new Recorded(expected, false, false));
        assertThat(mine(ANA)).singleElement().satisfies(mine -> {
            assertThat(mine.feedback()).isEqualTo(expected);
            assertThat(mine.modelName()).isEqualTo("Early warning of sepsis");
            assertThat(mine.state()).isEqualTo(FeedbackState.RECEIVED);
        });
        assertThat(audit.recorded().getLast().deed())
                .returns("feedback.recorded", deed -> deed.action())
                .returns("recorded an override of an output of sepsis/2", deed -> deed.sentence())
                .satisfies(deed -> assertThat(deed.toString()).doesNotContain("Lactate"));
    }

    @Test
    void theSameAgainIsHarmlessAndAnotherUnderItsIdIsRefused() {
        shown("c", ANA.personId());
        var first = say(ANA, "f", "c", OVERRIDDEN, ALREADY_DONE);
        now = now.plusSeconds(60);

        assertThat(say(ANA, "f", "c", OVERRIDDEN, ALREADY_DONE)).isEqualTo(new Recorded(recorded(first), false, true));
        assertThat(say(ANA, "f", "c", ACCEPTED, null))
                .isEqualTo(new Refused(List.of(new FieldProblem("id", "belongs to other feedback already"))));
        assertThat(mine(ANA)).hasSize(1);
    }

    @Test
    @DisplayName("G3: a comment with a record number is not kept")
    void keepsNoIdentifier() {
        shown("c", ANA.personId());
        var draft = new FeedbackDraft(id("f"), id("c"), ACCEPTED, null, null, "see MRN 00482913", true, null);

        var answer = inTransaction(() -> feedback.record(ANA, draft));

        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(answer.toString()).doesNotContain("00482913");
        assertThat(mine(ANA)).isEmpty();
    }

    @Test
    @DisplayName("B4: feedback on an unknown card is quarantined, and counted once the card is known")
    void quarantinesWhatBelongsToNoCard() {
        var answer = say(ANA, "f", "later", OVERRIDDEN, CLINICALLY_WRONG);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Recorded.class,
                        recorded -> assertThat(recorded.quarantined()).isTrue());
        assertThat(tally().shown()).isZero();
        assertThat(tally().reviewed()).isZero();
        assertThat(mine(ANA))
                .singleElement()
                .satisfies(mine -> assertThat(mine.card()).isNull());

        shown("later", ANA.personId());

        assertThat(tally()).returns(1L, FeedbackTally::shown).returns(1L, FeedbackTally::overridden);
    }

    @Test
    @DisplayName("B11: withdrawn feedback no longer counts and stays on record")
    void withdraws() {
        shown("c", ANA.personId());
        say(ANA, "f", "c", OVERRIDDEN, CLINICALLY_WRONG);

        assertThat(inTransaction(() -> feedback.withdraw(BEN, id("f"))))
                .isEqualTo(new WithdrawalAnswer.Refused("There is no such feedback of yours."));
        var withdrawn = inTransaction(() -> feedback.withdraw(ANA, id("f")));
        var since = now;
        now = now.plusSeconds(60);

        assertThat(withdrawn).isEqualTo(new WithdrawalAnswer.Withdrawn(id("f"), since));
        assertThat(inTransaction(() -> feedback.withdraw(ANA, id("f")))).isEqualTo(withdrawn);
        assertThat(tally()).returns(0L, FeedbackTally::overridden).returns(1L, FeedbackTally::pending);
        assertThat(mine(ANA)).singleElement().satisfies(mine -> {
            assertThat(mine.state()).isEqualTo(FeedbackState.WITHDRAWN);
            assertThat(mine.withdrawable()).isFalse();
            assertThat(mine.feedback().comment()).isEqualTo("Lactate was drawn before");
        });
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasSaid() {
        shown("c", ANA.personId());
        say(ANA, "f", "c", OVERRIDDEN, CLINICALLY_WRONG);

        assertThatThrownBy(() -> asApplication("UPDATE monitoring.feedback SET comment = 'fine'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asOwner("DELETE FROM monitoring.feedback")).hasMessageContaining("is refused");
        assertThatThrownBy(() -> asOwner("UPDATE monitoring.card SET version = 1"))
                .hasMessageContaining("is refused");
    }

    @Test
    void aMachinePassesOnWhatThePersonSaid() {
        shown("c", ANA.personId());
        var ehr = Actors.machine(ApiScope.FEEDBACK);

        var given = recorded(say(ehr, "f", "c", ACCEPTED, null));

        assertThat(given)
                .returns(ANA.personId(), GivenFeedback::person)
                .returns("machine-1", GivenFeedback::sentBy)
                .returns("MACHINE", GivenFeedback::role);
        assertThat(mine(ANA)).hasSize(1);
    }

    @Test
    void refusesATimeThatHasNotCome() {
        shown("c", ANA.personId());
        var draft = new FeedbackDraft(id("f"), id("c"), ACCEPTED, null, null, null, false, now.plusSeconds(301));

        assertThat(inTransaction(() -> feedback.record(ANA, draft)))
                .isEqualTo(new Refused(List.of(new FieldProblem("at", "lies in the future"))));
    }

    @Test
    @DisplayName("G1: who is limited says nothing of an output that is not known yet, wherever it will turn out to be")
    void keepsFeedbackOfTheLimitedOffUnknownCards() {
        var northern = Actors.within(new Scope(null, null, "north"), "nina", Role.CLINICIAN);

        assertThatThrownBy(() -> say(northern, "f", "c", ACCEPTED, null))
                .hasMessageContaining("register its card first");
        shown("c", null, "oncology", "south", NOON);

        assertThat(inTransaction(() -> feedback.tally(MIRA, SEPSIS_2, null)).accepted())
                .isZero();
        assertThatThrownBy(() -> say(northern, "f", "c", ACCEPTED, null)).isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("G1: only clinicians of that department give feedback, and only readers see the tally")
    void keepsToTheLimitsOfTheRole() {
        shown("c", null, "oncology", "north", NOON);
        var cardiologist = Actors.within(new Scope(null, "cardiology", null), "carl", Role.CLINICIAN);
        var northern = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);

        assertThatThrownBy(() -> say(cardiologist, "f", "c", ACCEPTED, null)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> say(MIRA, "f", "c", ACCEPTED, null)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> feedback.tally(ANA, SEPSIS_2, null)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> feedback.tally(northern, SEPSIS_2, null)).isInstanceOf(GovernanceException.class);
        assertThat(inTransaction(() -> feedback.tally(northern, SEPSIS_2, "north"))
                        .shown())
                .isEqualTo(1);
        assertThat(inTransaction(() -> feedback.tally(MIRA, SEPSIS_2, "south")).shown())
                .isZero();
    }

    @Test
    @DisplayName("B9: feedback is received, counted when a request rests on it, and answered when that is decided")
    void tellsWhatCameOfIt() {
        shown("c", ANA.personId());
        say(ANA, "f", "c", OVERRIDDEN, CLINICALLY_WRONG);
        var cited = inTransaction(() -> {
            var counted = feedback.cited(MIRA, SEPSIS_2, null, null);
            feedback.told.citations.cite(SEPSIS_2, counted, now);
            feedback.told.citations.cite(SEPSIS_2, counted, now);
            return counted.digest();
        });

        decided.add(request(cited, Consequence.Outcome.UNDECIDED));
        assertThat(mine(ANA).getFirst().state()).isEqualTo(FeedbackState.COUNTED);

        decided.clear();
        decided.add(request(cited, Consequence.Outcome.IN_EFFECT));
        decided.add(request(Digest.of("others"), Consequence.Outcome.REJECTED));

        assertThat(mine(ANA).getFirst())
                .returns(FeedbackState.ANSWERED, MyFeedback::state)
                .returns(
                        List.of("Your override was counted among 41. Version 2 went live at north on 1 March 2026."),
                        MyFeedback::replies);
    }

    private FeedbackTally tally() {
        return inTransaction(() -> feedback.tally(MIRA, SEPSIS_2, null));
    }

    private static Consequence request(Digest cited, Consequence.Outcome outcome) {
        return new Consequence(SEPSIS_2, Stage.PILOT, "north", outcome, cited, 41, NOON, null);
    }
}
