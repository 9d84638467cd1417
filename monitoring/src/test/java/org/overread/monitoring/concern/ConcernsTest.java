package org.overread.monitoring.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;

/** For whom what clinicians say waits. */
class ConcernsTest extends ConcernBench {
    private List<String> fearsOf(Actor.Person person) {
        return waitingFor(person).stream()
                .map(waiting ->
                        waiting.count() + " from " + waiting.oldest().feedback().id())
                .toList();
    }

    @Test
    @DisplayName(
            "B9: a safety concern waits at once for safety officer, model owner and clinical owner, and for nobody else")
    void waitsForThreeNamedPeople() {
        show("a", "north");
        fear("harm", "a");

        for (var person : List.of(OMAR, MIRA, CLARA)) {
            assertThat(waitingFor(person)).singleElement().satisfies(waiting -> {
                assertThat(waiting.oldest().feedback().id()).isEqualTo(id("harm"));
                assertThat(waiting.modelName()).isEqualTo("Early warning of sepsis");
                assertThat(waiting.since()).isEqualTo(NOON.plusSeconds(60));
                assertThat(waiting.circle().names())
                        .isEqualTo("omar (safety officer), mira (model owner) and clara (clinical owner)");
                assertThat(waiting.circle().lack()).isEmpty();
            });
        }
        for (var person : List.of(ANA, NORA, ADMIN, SAM)) {
            assertThat(waitingFor(person)).isEmpty();
        }
    }

    @Test
    @DisplayName("G10: a safety officer who is limited to one site is told of that site's concerns, and of no other's")
    void aLimitHolds() {
        show("a", "south");
        fear("harm", "a");

        assertThat(waitingFor(SAM)).hasSize(1);
        assertThat(waitingFor(SAM).getFirst().circle().names())
                .startsWith("omar (safety officer), sam (safety officer)");
    }

    @Test
    @DisplayName(
            "B9: without a safety officer it waits for the chair, without a chair for an administrator, and says so")
    void alwaysWaitsForSomebody() {
        show("a", "north");
        fear("harm", "a");
        accounts.revoke(OMAR.personId(), new Grant(Role.SAFETY_OFFICER, Scope.EVERYWHERE));
        accounts.setActive(MIRA.personId(), false);
        accounts.setActive(CLARA.personId(), false);

        assertThat(waitingFor(OMAR)).isEmpty();
        assertThat(waitingFor(NORA)).singleElement().satisfies(waiting -> {
            assertThat(waiting.circle().names()).isEqualTo("nora (committee chair)");
            assertThat(waiting.circle().lack())
                    .isEqualTo(
                            "Nobody who may answer this is safety officer here, so it waits for the committee chair. An administrator"
                                    + " gives the role under People.");
        });

        accounts.setActive(NORA.personId(), false);

        assertThat(waitingFor(ADMIN))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.circle().owner()).isEqualTo(ADMIN.personId()));
    }

    @Test
    @DisplayName("B9: nobody is asked to answer their own concern; it waits for the others all the same")
    void waitsForNobodyWhoToldIt() {
        show("a", "north");
        fears(CLARA, "harm", "a");

        assertThat(waitingFor(CLARA)).isEmpty();
        for (var person : List.of(OMAR, MIRA)) {
            assertThat(waitingFor(person))
                    .singleElement()
                    .satisfies(waiting -> assertThat(waiting.circle().names())
                            .isEqualTo("omar (safety officer) and mira (model owner)"));
        }

        fear("another", "a");
        assertThat(fearsOf(CLARA)).containsExactly("1 from " + id("another"));
        assertThat(fearsOf(OMAR)).containsExactly("1 from " + id("harm"), "1 from " + id("another"));
    }

    @Test
    @DisplayName("B9: where the only safety officer told it, it waits for the chair")
    void theChairStandsInForWhoToldIt() {
        var both = Actors.person("omar", Role.SAFETY_OFFICER, Role.CLINICIAN);
        accounts.setActive(MIRA.personId(), false);
        accounts.setActive(CLARA.personId(), false);
        show("a", "north");
        fears(both, "harm", "a");

        assertThat(waitingFor(OMAR)).isEmpty();
        assertThat(waitingFor(NORA)).singleElement().satisfies(waiting -> {
            assertThat(waiting.circle().names()).isEqualTo("nora (committee chair)");
            assertThat(waiting.circle().owner()).isEqualTo(NORA.personId());
        });
    }

    @Test
    @DisplayName("B9: an output called wrong by its clinical owner alone waits for the others, and of several for all")
    void callsWrongOnesOwn() {
        show("a", "north");
        say(CLARA, "wrong", "a", FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
        assertThat(waitingFor(CLARA)).isEmpty();
        assertThat(waitingFor(MIRA)).hasSize(1);

        show("b", "north");
        callWrong("wrong too", "b");
        assertThat(waitingFor(CLARA)).singleElement().returns(2L, WaitingFinding::count);
    }

    @Test
    @DisplayName(
            "B4: a concern for an output that is not known waits for those who watch everywhere, then for the owners")
    void theOutputMayBeUnknown() {
        fear("harm", "late");

        assertThat(waitingFor(OMAR)).hasSize(1);
        assertThat(waitingFor(MIRA)).isEmpty();
        assertThat(waitingFor(SAM)).isEmpty();

        show("late", "south");

        for (var person : List.of(OMAR, MIRA, CLARA, SAM)) {
            assertThat(waitingFor(person)).hasSize(1);
        }
    }

    @Test
    @DisplayName(
            "B9: each feared harm is told by itself, outputs called wrong together, and none is lost behind another")
    void tellsEachFearAndAllWrongOutputs() {
        for (var card : List.of("a", "b", "c", "d")) {
            show(card, "north");
        }
        callWrong("wrong", "a");
        callWrong("wrong too", "b");
        fear("harm", "c");
        fear("harm too", "d");

        assertThat(fearsOf(OMAR))
                .containsExactly("1 from " + id("harm"), "1 from " + id("harm too"), "2 from " + id("wrong"));
    }

    @Test
    @DisplayName("B9: a reply lets it wait on, a decision ends the waiting for all")
    void waitsUntilSomebodyDecides() {
        show("a", "north");
        fear("harm", "a");

        answer(OMAR, "harm", null);
        answer(MIRA, "harm", Disposition.UNDER_INVESTIGATION);

        assertThat(waitingFor(CLARA)).hasSize(1);

        answer(OMAR, "harm", Disposition.INPUT_WAS_WRONG);

        for (var person : List.of(OMAR, MIRA, CLARA)) {
            assertThat(waitingFor(person)).isEmpty();
        }
    }

    @Test
    @DisplayName("B9: whom it waits for may read it, although their role reads no feedback; others are told of nothing")
    void theClinicalOwnerMayReadIt() {
        show("a", "north");
        fear("harm", "a");

        var seen = inTransaction(() -> concerns.finding(CLARA, id("harm")));

        assertThat(seen.mayAnswer()).isFalse();
        assertThat(seen.modelName()).isEqualTo("Early warning of sepsis");
        assertThat(inTransaction(() -> concerns.finding(OMAR, id("harm"))).mayAnswer())
                .isTrue();
        assertThatThrownBy(() -> concerns.finding(ANA, id("harm"))).hasMessage("There is no such finding.");
        assertThatThrownBy(() -> concerns.finding(SAM, id("harm"))).hasMessage("There is no such finding.");
        assertThat(audit.actions()).contains("finding.read");
    }

    @Test
    @DisplayName(
            "B9: of very many concerns the oldest hundred are told one by one, the others together, and none is lost")
    void tellsVeryManyTogether() {
        show("north", "north");
        show("south", "south");
        for (int i = 0; i < 104; i++) {
            fear("fear " + i, i % 3 == 0 ? "south" : "north");
        }

        var waiting = waitingFor(OMAR);

        assertThat(waiting).hasSize(101);
        assertThat(waiting.subList(0, 100))
                .extracting(each -> each.oldest().feedback().id())
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> id("fear " + i)).toList());
        assertThat(waiting.getLast())
                .returns(4L, WaitingFinding::count)
                .returns(id("fear 100"), last -> last.oldest().feedback().id());
    }
}
