package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;

class FindingsTest extends FeedbackBench {
    @Test
    @DisplayName("D3: severe feedback is a finding until somebody answers it")
    void severeFeedbackMustBeAnswered() {
        shown("a", ANA.personId());
        shown("b", ANA.personId());
        shown("c", ANA.personId());
        say(ANA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
        say(ANA, "harm", "b", FeedbackKind.SAFETY_CONCERN, null);
        say(ANA, "mild", "c", FeedbackKind.OVERRIDDEN, OverrideReason.ALREADY_DONE);
        say(ANA, "unbound", "nowhere", FeedbackKind.SAFETY_CONCERN, null);

        assertThat(inTransaction(() -> findings.of(MIRA, SEPSIS_2)))
                .hasSize(2)
                .allMatch(Finding::open)
                .extracting(finding -> finding.feedback().id())
                .containsExactlyInAnyOrder(id("wrong"), id("harm"));

        inTransaction(
                () -> findings.answer(MIRA, id("wrong"), "The units were wrong until 2 May; they are right now."));

        assertThat(inTransaction(() -> findings.of(MIRA, SEPSIS_2)))
                .extracting(Finding::open)
                .containsExactly(true, false);
        assertThat(mine(ANA))
                .filteredOn(mine -> mine.feedback().id().equals(id("wrong")))
                .singleElement()
                .satisfies(mine -> {
                    assertThat(mine.state()).isEqualTo(FeedbackState.ANSWERED);
                    assertThat(mine.replies())
                            .containsExactly(
                                    "mira on 1 March 2026: The units were wrong until 2 May; they are right now.");
                });
        assertThat(audit.actions()).contains("findings.read", "finding.answered");
    }

    @Test
    void onlyThoseWhoAnswerForTheModelAnswerAndNameNobody() {
        shown("a", ANA.personId());
        say(ANA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);

        assertThatThrownBy(() -> findings.answer(ANA, id("wrong"), "no")).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> findings.answer(MIRA, id("wrong"), " "))
                .hasMessage("This reply cannot be given as it is.");
        assertThatThrownBy(() -> findings.answer(MIRA, id("wrong"), "MRN 00482913 had a wrong unit"))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        e -> assertThat(e.fields())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.reason()).doesNotContain("00482913")));
        assertThatThrownBy(() -> findings.answer(MIRA, id("none"), "no")).hasMessage("There is no such finding.");
        assertThatThrownBy(() -> findings.of(ANA, SEPSIS_2)).isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("G1: nobody answers a finding with the role of a minute ago")
    void asksForTheRightsOfTheMoment() {
        shown("a", ANA.personId());
        say(ANA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
        var rights = GivenRights.of(Set.of(new Grant(Role.SAFETY_OFFICER, Scope.EVERYWHERE)));
        var sam = Actors.with(rights, "sam");
        assertThat(findings.of(sam, SEPSIS_2)).hasSize(1);

        rights.take(Role.SAFETY_OFFICER);

        assertThatThrownBy(() -> findings.answer(sam, id("wrong"), "The unit is right now."))
                .hasMessage("sam may not do this here");
        assertThat(findings.of(MIRA, SEPSIS_2)).allMatch(Finding::open);
    }
}
