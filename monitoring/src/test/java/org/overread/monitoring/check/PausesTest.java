package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;
import org.overread.registry.testing.RecordingAuditTrail;

/** On 2 March 2026 at noon. */
class PausesTest {
    private static final ModelVersionId SEPSIS_2 = new ModelVersionId("sepsis", 2);
    private static final Actor.Person MIRA = CatalogFixtures.MIRA;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Pauses pauses = new Pauses();

    /** The latest pause of each check, in memory. */
    private static final class Book implements PauseBook {
        private final List<Pause> pauses = new ArrayList<>();

        @Override
        public void add(Pause pause) {
            pauses.removeIf(other -> other.check().equals(pause.check()));
            pauses.add(pause);
        }

        @Override
        public List<Pause> latest(ModelVersionId version) {
            return List.copyOf(pauses);
        }
    }

    PausesTest() {
        pauses.catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        pauses.book = new Book();
        pauses.trail = audit;
        pauses.clock = () -> NOON;
    }

    @Test
    @DisplayName("G1: nobody pauses a check, or lets it go on, with the role of a minute ago")
    void asksForTheRightsOfTheMoment() {
        var rights = GivenRights.of(Set.of(new Grant(Role.MODEL_OWNER, Scope.EVERYWHERE)));
        var max = Actors.with(rights, "max");
        pauses.pause(max, SEPSIS_2, "feed", "The laboratory moves.", TODAY);

        rights.end();

        assertThatThrownBy(() -> pauses.pause(max, SEPSIS_2, "drift", "Too loud.", TODAY))
                .isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> pauses.resume(max, SEPSIS_2, "feed")).isInstanceOf(GovernanceException.class);
        assertThat(states("2026-03-02T23:59:59Z")).containsExactly(CheckState.PAUSED, CheckState.ALERT);
    }

    @Test
    @DisplayName("C11: a check is paused to the end of its last day, and goes on then or when it is let")
    void isPausedToTheEndOfADay() {
        pauses.pause(MIRA, SEPSIS_2, "feed", "The laboratory moves.", TODAY);

        assertThat(states("2026-03-02T23:59:59Z")).containsExactly(CheckState.PAUSED, CheckState.ALERT);
        assertThat(states("2026-03-03T00:00:00Z")).containsExactly(CheckState.ALERT, CheckState.ALERT);
        pauses.resume(MIRA, SEPSIS_2, "feed");
        assertThat(states("2026-03-02T12:00:00Z")).containsExactly(CheckState.ALERT, CheckState.ALERT);
    }

    @Test
    @DisplayName("C11: a pause ends today at the earliest, and in half a year at the latest")
    void endsWithinHalfAYear() {
        assertThat(pauses.pause(MIRA, SEPSIS_2, "feed", "Moving.", TODAY.plusDays(184))
                        .until())
                .isEqualTo(Instant.parse("2026-09-03T00:00:00Z"));
        for (var last : List.of(TODAY.minusDays(1), TODAY.plusDays(185))) {
            assertThatThrownBy(() -> pauses.pause(MIRA, SEPSIS_2, "feed", "Moving.", last))
                    .isInstanceOfSatisfying(
                            GovernanceException.class,
                            refused -> assertThat(refused.fields())
                                    .singleElement()
                                    .satisfies(problem ->
                                            assertThat(problem.field()).isEqualTo("until")));
        }
    }

    @Test
    @DisplayName("G1: only who plans the monitoring pauses a check or lets it go on, and each leaves its audit entry")
    void isForWhoPlans() {
        var tom = Actors.person("tom", Role.TECHNICAL_REVIEWER);
        assertThatThrownBy(() -> pauses.pause(tom, SEPSIS_2, "feed", "Moving.", TODAY))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThatThrownBy(() -> pauses.resume(tom, SEPSIS_2, "feed"))
                .extracting("code")
                .isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(audit.actions()).isEmpty();

        pauses.pause(MIRA, SEPSIS_2, "feed", "Moving.", TODAY);
        pauses.resume(MIRA, SEPSIS_2, "feed");

        assertThat(audit.actions()).containsExactly("check.paused", "check.resumed");
    }

    private List<CheckState> states(String at) {
        return pauses
                .applied(
                        SEPSIS_2,
                        List.of(
                                Check.of("feed", CheckKind.FEED, "Feed", CheckState.ALERT, "Silent."),
                                Check.of("volume", CheckKind.VOLUME, "Volume", CheckState.ALERT, "Low.")),
                        Instant.parse(at))
                .stream()
                .map(Check::state)
                .toList();
    }
}
