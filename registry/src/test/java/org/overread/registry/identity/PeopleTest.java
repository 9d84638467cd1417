package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class PeopleTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Scope.EVERYWHERE);
    private static final Grant REVIEWER = new Grant(Role.CLINICAL_REVIEWER, new Scope(null, "cardiology", null));

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final InMemoryAccounts accounts = new InMemoryAccounts().with(ADMIN);
    private final People people = new People();

    @BeforeEach
    void wire() {
        people.accounts = accounts;
        people.hashes = new PlainHashes();
        people.trail = trail;
        people.clock = () -> NOON;
    }

    @Test
    void letsAPersonInAndGivesThemARole() {
        var ada = people.create(ADMIN, new AccountDraft(" Ada@North ", " Ada Lovelace ", null));
        var granted = people.grant(ADMIN, ada.id(), REVIEWER);

        assertThat(granted)
                .isEqualTo(new Account(ada.id(), "ada@north", "Ada Lovelace", true, false, Set.of(REVIEWER), NOON));
        assertThat(trail.actions()).containsExactly("person.created", "person.granted");
        assertThat(trail.recorded().getLast().deed().sentence())
                .isEqualTo("gave Ada Lovelace the role Clinical reviewer in department cardiology");
        assertThat(trail.recorded().getLast().deed().details())
                .isEqualTo(Map.of("role", "CLINICAL_REVIEWER", "department", "cardiology"));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> people.create(ADMIN, new AccountDraft("admin", " ", "short")))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fields())
                                .containsExactly(
                                        new FieldProblem("name", "is required"),
                                        new FieldProblem("password", "must be at least 12 characters long"),
                                        new FieldProblem("login", "belongs to somebody already")));
        assertThat(new AccountDraft(null, "Ada", null).problems())
                .containsExactly(new FieldProblem("login", "is required"));
        assertThat(new AccountDraft("a b", "Ada", null).problems()).hasSize(1);
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(new AccountDraft("ada", "Ada", "correct horse battery").toString())
                .doesNotContain("horse");
    }

    @Test
    void marksAPasswordThatAnAdministratorKnows() {
        var ada = people.create(ADMIN, new AccountDraft("ada", "Ada", "correct horse battery"));
        assertThat(ada.passwordMustChange()).isTrue();

        var demo = people.create(new Actor.Product("demo"), new AccountDraft("demo", "Demo", "correct horse battery"));
        assertThat(demo.passwordMustChange()).isFalse();

        people.resetPassword(ADMIN, demo.id(), "another horse battery");
        assertThat(people.account(ADMIN, demo.id()).passwordMustChange()).isTrue();
        assertThat(trail.recorded().toString()).doesNotContain("horse");
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        assertThatThrownBy(() -> people.resetPassword(ADMIN, ADMIN.personId(), "short"))
                .isInstanceOf(GovernanceException.class);
    }

    @Test
    void makesTheFirstAdministratorOnlyWhileThereIsNobody() {
        people.accounts = new InMemoryAccounts();
        assertThat(people.nobodyYet()).isTrue();

        var first = people.firstAdministrator("root", "First", "correct horse battery");

        assertThat(first.grants()).containsExactly(ADMINISTRATOR);
        assertThat(first.passwordMustChange()).isFalse();
        assertThat(people.nobodyYet()).isFalse();
        assertThatThrownBy(() -> people.firstAdministrator("eve", "Eve", "correct horse battery"))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void keepsOneAdministratorAtLeast() {
        assertThatThrownBy(() -> people.deactivate(ADMIN, ADMIN.personId()))
                .hasMessageContaining("the only administrator");
        assertThatThrownBy(() -> people.revoke(ADMIN, ADMIN.personId(), ADMINISTRATOR))
                .hasMessageContaining("the only administrator");

        accounts.with(Actors.person("second", Role.ADMINISTRATOR));

        assertThat(people.deactivate(ADMIN, ADMIN.personId()).active()).isFalse();
        assertThatThrownBy(() -> people.revoke(ADMIN, Actors.idOf("second"), ADMINISTRATOR))
                .hasMessageContaining("the only administrator");
        assertThat(people.activate(ADMIN, ADMIN.personId()).active()).isTrue();
        assertThat(people.revoke(ADMIN, ADMIN.personId(), ADMINISTRATOR).grants())
                .isEmpty();
    }

    @Test
    void listsForPickersWhoIsActiveAndHoldsTheRoleThere() {
        accounts.with(Actors.within(new Scope(null, "cardiology", null), "cleo", Role.CLINICIAN))
                .with(Actors.within(new Scope(null, "oncology", null), "otto", Role.CLINICIAN))
                .with(Actors.person("gone", Role.CLINICIAN));
        accounts.setActive(Actors.idOf("gone"), false);

        assertThat(people.withRole(Role.CLINICIAN, Place.ofModel("afib", "cardiology")))
                .containsExactly(new NamedPerson(Actors.idOf("cleo"), "cleo", true));
        assertThat(people.named(Actors.idOf("gone"))).contains(new NamedPerson(Actors.idOf("gone"), "gone", false));
        assertThat(people.names(List.of(Actors.idOf("otto"), Actors.idOf("nobody"))))
                .isEqualTo(Map.of(Actors.idOf("otto"), "otto"));
    }

    @Test
    void saysSoWhenThereIsNoSuchPerson() {
        assertThatThrownBy(() -> people.grant(ADMIN, Actors.idOf("nobody"), REVIEWER))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("G1: nobody but an administrator without limits changes people")
    void letsNobodyElseIn() {
        PersonId id = ADMIN.personId();
        for (var actor : List.<Actor>of(
                Actors.person("cora", Role.CHAIR, Role.COMPLIANCE),
                Actors.within(new Scope(null, "cardiology", null), "local", Role.ADMINISTRATOR),
                Actors.machine(org.overread.registry.ApiScope.ADMIN))) {
            Stream.<Runnable>of(
                            () -> people.create(actor, new AccountDraft("eve", "Eve", null)),
                            () -> people.all(actor),
                            () -> people.account(actor, id),
                            () -> people.activate(actor, id),
                            () -> people.deactivate(actor, id),
                            () -> people.grant(actor, id, ADMINISTRATOR),
                            () -> people.revoke(actor, id, ADMINISTRATOR),
                            () -> people.resetPassword(actor, id, "correct horse battery"))
                    .forEach(attempt -> assertThatThrownBy(attempt::run)
                            .isInstanceOfSatisfying(
                                    GovernanceException.class,
                                    refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED)));
        }
        assertThat(trail.recorded()).isEmpty();
        assertThat(people.all(ADMIN)).hasSize(1);
    }
}
