package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.feedback.Disposition.CORRECTED_IN_VERSION;
import static org.overread.monitoring.feedback.Disposition.KNOWN_LIMITATION;
import static org.overread.monitoring.feedback.Disposition.NEEDS_CHANGE;
import static org.overread.monitoring.feedback.Disposition.OUTPUT_WAS_RIGHT;
import static org.overread.monitoring.feedback.Disposition.UNDER_INVESTIGATION;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.monitoring.feedback.FindingAnswer.Rule;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;

class FindingsTest extends FeedbackBench {
    private static final Actor.Person OMAR = Actors.person("omar", Role.SAFETY_OFFICER);
    private static final String FOUND = "The units were wrong for a week; they are right now.";

    @BeforeEach
    void anOutputIsCalledWrong() {
        shown("a", ANA.personId());
        say(ANA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
    }

    private long blocking() {
        return blocking((PairOfEyes) null);
    }

    private long blocking(Actor asker) {
        return blocking(PairOfEyes.of(asker.id(), letInBy));
    }

    private long blocking(@Nullable PairOfEyes asking) {
        return inTransaction(() -> findings.book.blocking(SEPSIS_2, null, asking));
    }

    private static void assertRefused(FindingAnswer answer, Rule rule) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        FindingAnswer.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    @DisplayName("D3: severe feedback is a finding until somebody decides what came of it, and its giver is told")
    void severeFeedbackMustBeAnswered() {
        shown("b", ANA.personId());
        shown("c", ANA.personId());
        say(ANA, "harm", "b", FeedbackKind.SAFETY_CONCERN, null);
        say(ANA, "mild", "c", FeedbackKind.OVERRIDDEN, OverrideReason.ALREADY_DONE);
        say(ANA, "unbound", "nowhere", FeedbackKind.SAFETY_CONCERN, null);

        assertThat(inTransaction(() -> findings.page(MIRA, SEPSIS_2, null, 100)))
                .hasSize(2)
                .allMatch(finding -> finding.state() == FindingState.OPEN)
                .extracting(finding -> finding.feedback().id())
                .containsExactlyInAnyOrder(id("wrong"), id("harm"));
        assertThat(blocking()).isEqualTo(2);

        answer(MIRA, "wrong", KNOWN_LIMITATION, FOUND);

        assertThat(inTransaction(() -> findings.page(MIRA, SEPSIS_2, null, 100)))
                .extracting(Finding::state)
                .containsExactly(FindingState.OPEN, FindingState.CLEARED);
        assertThat(blocking()).isEqualTo(1);
        assertThat(mine(ANA))
                .filteredOn(mine -> mine.feedback().id().equals(id("wrong")))
                .singleElement()
                .satisfies(mine -> {
                    assertThat(mine.state()).isEqualTo(FeedbackState.ANSWERED);
                    assertThat(mine.replies())
                            .containsExactly("mira on 1 March 2026: Known limitation; accepted with a safeguard in"
                                    + " place. The units were wrong for a week; they are right now.");
                });
        assertThat(audit.actions()).contains("findings.read", "finding.answered");
    }

    @Test
    @DisplayName("D3: an answer that says nothing of what came of it is a reply, and blocks on")
    void aReplyClearsNothing() {
        answer(MIRA, "wrong", null, "ok");

        assertThat(finding("wrong").state()).isEqualTo(FindingState.REPLIED);
        assertThat(blocking()).isEqualTo(1);
        assertThat(mine(ANA).getFirst().replies()).containsExactly("mira on 1 March 2026: ok");
    }

    @ParameterizedTest
    @EnumSource(Disposition.class)
    @DisplayName("D3: which dispositions end the waiting, and which of them clear the gate")
    void eachDispositionSaysWhatFollows(Disposition disposition) {
        inTransaction(() -> findings.answer(
                MIRA,
                id("wrong"),
                new AnswerDraft(disposition, disposition == CORRECTED_IN_VERSION ? 3 : null, FOUND)));

        assertThat(finding("wrong").state())
                .isEqualTo(
                        switch (disposition) {
                            case OUTPUT_WAS_RIGHT, INPUT_WAS_WRONG, OUTSIDE_INTENDED_USE, KNOWN_LIMITATION ->
                                FindingState.CLEARED;
                            case CORRECTED_IN_VERSION -> FindingState.CORRECTED;
                            case NEEDS_CHANGE, UNDER_INVESTIGATION -> FindingState.REPLIED;
                        });
        assertThat(blocking()).isEqualTo(disposition.clears() ? 0 : 1);
        assertThat(inTransaction(() -> book.waiting())).hasSize(disposition.settles() ? 0 : 1);
    }

    @Test
    @DisplayName("D3: what was cleared can be opened anew, and waits again")
    void theLastDispositionCounts() {
        answer(OMAR, "wrong", OUTPUT_WAS_RIGHT, FOUND);
        now = now.plusSeconds(60);
        answer(OMAR, "wrong", UNDER_INVESTIGATION, "There is another case like it.");

        assertThat(inTransaction(() -> book.waiting(SEPSIS_2))).hasSize(1);
        assertThat(inTransaction(() -> book.calledWrong(SEPSIS_2))).isTrue();
        assertThat(blocking()).isEqualTo(1);
    }

    @Test
    @DisplayName("D3: an answer that ends the waiting says in words what was found; the rule is named")
    void asksForWords() {
        assertThatThrownBy(() -> answer(MIRA, "wrong", OUTPUT_WAS_RIGHT, "ok ok ok ok ok"))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        e -> assertThat(e.fields())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.reason())
                                        .isEqualTo(
                                                "must say in at least 5 different words what was found and what was done:"
                                                        + " the clinician reads it")));
        assertThat(blocking()).isEqualTo(1);
    }

    @Test
    @DisplayName("D5: nobody clears what holds back the version they ask for; they may reply")
    void theRequesterDoesNotClear() {
        asking.add(PairOfEyes.of(MIRA.id()));

        assertRefused(answer(MIRA, "wrong", OUTPUT_WAS_RIGHT, FOUND), Rule.OWN_REQUEST);
        assertThat(answer(MIRA, "wrong", NEEDS_CHANGE, "It is wrong.")).isInstanceOf(FindingAnswer.Given.class);

        assertThat(blocking()).isEqualTo(1);
        assertThat(audit.actions()).contains("finding.refused");
        assertThat(answer(OMAR, "wrong", OUTPUT_WAS_RIGHT, FOUND)).isInstanceOf(FindingAnswer.Given.class);
        assertThat(blocking()).isZero();
    }

    @Test
    @DisplayName("D5: the token that asked has the eyes of whoever let it in")
    void theHolderOfTheTokenDoesNotClear() {
        letInBy.put("pipeline", MIRA.id());
        asking.add(PairOfEyes.of("pipeline", letInBy));

        assertRefused(answer(MIRA, "wrong", OUTPUT_WAS_RIGHT, FOUND), Rule.OWN_REQUEST);
    }

    @Test
    @DisplayName("D5: who clears first and asks afterwards has cleared nothing for themselves")
    void clearingFirstDoesNotHelp() {
        letInBy.put("pipeline", MIRA.id());
        answer(MIRA, "wrong", OUTPUT_WAS_RIGHT, FOUND);

        assertThat(blocking(OMAR)).isZero();
        assertThat(blocking(MIRA)).isEqualTo(1);
        assertThat(blocking(Actors.machine("pipeline", Scope.EVERYWHERE))).isEqualTo(1);

        now = now.plusSeconds(60);
        answer(OMAR, "wrong", KNOWN_LIMITATION, FOUND);

        assertThat(blocking(MIRA)).isZero();
    }

    @Test
    @DisplayName("D5: who gave the feedback does not decide it, nor whose machine sent it")
    void theGiverDoesNotClear() {
        var both = Actors.person("eve", Role.CLINICIAN, Role.SAFETY_OFFICER);
        shown("own", both.personId());
        say(both, "own", "own", FeedbackKind.SAFETY_CONCERN, null);
        shown("sent", null);
        letInBy.put(EHR.id(), OMAR.id());
        say(EHR, "sent", "sent", FeedbackKind.SAFETY_CONCERN, null);

        assertRefused(answer(both, "own", OUTPUT_WAS_RIGHT, FOUND), Rule.OWN_FEEDBACK);
        assertRefused(answer(OMAR, "sent", OUTPUT_WAS_RIGHT, FOUND), Rule.OWN_FEEDBACK);
        assertThat(answer(OMAR, "own", OUTPUT_WAS_RIGHT, FOUND)).isInstanceOf(FindingAnswer.Given.class);
    }

    @Test
    void aCorrectionNamesALaterVersionThatIsThere() {
        for (var number : new Integer[] {null, 1, 2, 4}) {
            assertThatThrownBy(() -> inTransaction(() ->
                            findings.answer(MIRA, id("wrong"), new AnswerDraft(CORRECTED_IN_VERSION, number, FOUND))))
                    .isInstanceOfSatisfying(
                            GovernanceException.class,
                            e -> assertThat(e.fields())
                                    .extracting(org.overread.registry.FieldProblem::field)
                                    .containsExactly("correctedIn"));
        }
    }

    @Test
    @DisplayName("B11: what was taken back waits for nobody and blocks nothing")
    void whatIsTakenBackIsOver() {
        inTransaction(() -> feedback.withdraw(ANA, id("wrong")));

        assertThat(news).last().isEqualTo("WITHDRAWN " + id("wrong") + " sepsis/2");
        assertThat(inTransaction(() -> book.waiting())).isEmpty();
        assertThat(blocking()).isZero();
        assertThatThrownBy(() -> answer(MIRA, "wrong", OUTPUT_WAS_RIGHT, FOUND))
                .hasMessage("Who said it has taken it back, so it waits for no answer.");
    }

    @Test
    @DisplayName("B4: a concern for an output that is not known waits too, and is told anew when the output arrives")
    void theCardMayComeLater() {
        say(ANA, "early", "late", FeedbackKind.SAFETY_CONCERN, null);

        assertThat(news).last().isEqualTo("OPEN " + id("early") + " null");
        assertThat(inTransaction(() -> book.waiting()))
                .extracting(Unanswered::oldest)
                .contains(id("early"));
        assertThat(inTransaction(() -> book.waiting(SEPSIS_2))).hasSize(1);

        shown("late", ANA.personId(), "emergency", "north", NOON);

        assertThat(news).last().isEqualTo("OPEN " + id("early") + " sepsis/2");
        assertThat(inTransaction(() -> book.waiting(SEPSIS_2))).hasSize(2);
    }

    @Test
    void onlyThoseWhoAnswerForTheModelAnswerAndNameNobody() {
        assertThatThrownBy(() -> answer(ANA, "wrong", null, "no")).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> answer(MIRA, "wrong", null, " ")).hasMessage("This answer cannot be given as it is.");
        assertThatThrownBy(() -> answer(MIRA, "wrong", null, "MRN 00482913 had a wrong unit"))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        e -> assertThat(e.fields())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.reason()).doesNotContain("00482913")));
        assertThatThrownBy(() -> answer(MIRA, "none", null, "no")).hasMessage("There is no such finding.");
        assertThatThrownBy(() -> findings.page(ANA, SEPSIS_2, null, 100)).isInstanceOf(GovernanceException.class);
        var southern = Actors.within(new Scope(null, null, "south"), "sam", Role.SAFETY_OFFICER);
        assertThatThrownBy(() -> answer(southern, "wrong", null, "no")).isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("D3: an answer from before there were dispositions stays, and decides nothing")
    void anOldAnswerIsAReply() {
        asOwner("""
                INSERT INTO monitoring.feedback_reply (id, feedback, sentence, replied_by, replied_by_name, replied_at)
                VALUES (gen_random_uuid(), '%s', 'ok', '%s', 'mira', now())""".formatted(id("wrong"), MIRA.id()));

        assertThat(finding("wrong").state()).isEqualTo(FindingState.REPLIED);
        assertThat(inTransaction(() -> book.waiting())).hasSize(1);
        assertThat(blocking()).isEqualTo(1);
        assertThat(new ModelVersionId("sepsis", 2)).isEqualTo(finding("wrong").version());
    }

    @Test
    @DisplayName("G1: nobody answers a finding with the role of a minute ago")
    void asksForTheRightsOfTheMoment() {
        var rights = GivenRights.of(Set.of(new Grant(Role.SAFETY_OFFICER, Scope.EVERYWHERE)));
        var sam = Actors.with(rights, "sam");
        assertThat(findings.page(sam, SEPSIS_2, null, 100)).hasSize(1);

        rights.take(Role.SAFETY_OFFICER);

        assertThatThrownBy(() -> answer(sam, "wrong", Disposition.OUTPUT_WAS_RIGHT, FOUND))
                .hasMessage("sam may not do this here");
        assertThat(findings.page(MIRA, SEPSIS_2, null, 100)).allMatch(finding -> finding.state() == FindingState.OPEN);
    }
}
