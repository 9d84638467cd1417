package org.overread.registry.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.FailedAttempts;
import org.overread.registry.identity.SessionEnding;
import org.overread.registry.identity.SessionState;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.StoreTest;

class IdentityStoreTest extends StoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final Grant CHAIR = new Grant(Role.CHAIR, Scope.EVERYWHERE);
    private static final Grant REVIEWER = new Grant(Role.CLINICAL_REVIEWER, new Scope("sepsis", "emergency", "north"));
    private static final Account ADA = account("ada", "Ada", Set.of(CHAIR, REVIEWER));
    private static final Digest LOGIN = Digest.of("ada");

    private final JpaAccounts accounts = new JpaAccounts();
    private final JpaSignInFailures failures = new JpaSignInFailures();
    private final JpaApiTokens tokens = new JpaApiTokens();
    private final JpaSignInMemory memory = new JpaSignInMemory();

    IdentityStoreTest() {
        super("registry");
    }

    @BeforeEach
    void wire() {
        accounts.entities = entities();
        failures.entities = entities();
        tokens.entities = entities();
        memory.entities = entities();
    }

    @Test
    void givesBackAPersonWithTheirGrants() {
        inTransaction(() -> accounts.add(ADA, "hash"));

        assertThat(accounts.find(ADA.id())).contains(ADA);
        assertThat(accounts.byLogin("ada")).contains(ADA);
        assertThat(accounts.passwordHash(ADA.id())).contains("hash");
        assertThat(accounts.find(Actors.idOf("nobody"))).isEmpty();
        assertThat(accounts.byLogin("nobody")).isEmpty();
    }

    @Test
    void ordersByNameAndFindsByRole() {
        inTransaction(() -> {
            accounts.add(account("zoe", "Zoe", Set.of(CHAIR)), null);
            accounts.add(account("bob", "bob", Set.of()), null);
            accounts.add(ADA, null);
        });

        assertThat(accounts.all()).extracting(Account::name).containsExactly("Ada", "bob", "Zoe");
        assertThat(accounts.withRole(Role.CHAIR)).extracting(Account::name).containsExactly("Ada", "Zoe");
        assertThat(accounts.withRole(Role.CLINICIAN)).isEmpty();
    }

    @Test
    void grantsOnceAndRevokesOnlyThatGrant() {
        inTransaction(() -> accounts.add(ADA, null));
        var narrow = new Grant(Role.CHAIR, new Scope("sepsis", null, null));

        inTransaction(() -> {
            accounts.grant(ADA.id(), narrow);
            accounts.grant(ADA.id(), narrow);
            accounts.grant(ADA.id(), CHAIR);
        });
        assertThat(accounts.find(ADA.id()).orElseThrow().grants()).containsExactlyInAnyOrder(CHAIR, REVIEWER, narrow);

        inTransaction(() -> accounts.revoke(ADA.id(), CHAIR));
        assertThat(accounts.find(ADA.id()).orElseThrow().grants()).containsExactlyInAnyOrder(REVIEWER, narrow);
    }

    @Test
    void changesPasswordAndActivity() {
        inTransaction(() -> accounts.add(ADA, null));
        assertThat(accounts.passwordHash(ADA.id())).isEmpty();

        inTransaction(() -> {
            accounts.lockAdministration();
            accounts.setPassword(ADA.id(), "new", true);
            accounts.setActive(ADA.id(), false);
        });

        var changed = accounts.find(ADA.id()).orElseThrow();
        assertThat(changed.active()).isFalse();
        assertThat(changed.passwordMustChange()).isTrue();
        assertThat(accounts.passwordHash(ADA.id())).contains("new");
    }

    @Test
    void takesEachLoginOnlyOnce() {
        inTransaction(() -> accounts.add(ADA, null));

        assertThatThrownBy(() -> inTransaction(() -> accounts.add(account("other", "ada", "Eve"), null)))
                .hasMessageContaining("person_login_key");
    }

    @Test
    void keepsPeopleForEver() {
        inTransaction(() -> accounts.add(account("bob", "Bob", Set.of()), null));

        assertThatThrownBy(() -> asApplication("DELETE FROM registry.person")).hasMessageContaining("rows are kept");
        assertThatThrownBy(() -> asOwner("DELETE FROM registry.person")).hasMessageContaining("rows are kept");
    }

    @Test
    void countsFailuresByLogin() {
        inTransaction(() -> {
            failures.add(LOGIN, NOON);
            failures.add(LOGIN, NOON.minusSeconds(60));
            failures.add(Digest.of("bob"), NOON);
        });

        assertThat(inTransaction(() -> failures.lockAndList(LOGIN, NOON.minusSeconds(60))))
                .containsExactly(NOON.minusSeconds(60), NOON);
        assertThat(inTransaction(() -> failures.lockAndList(LOGIN, NOON))).containsExactly(NOON);

        inTransaction(() -> failures.forgetBefore(NOON));
        assertThat(inTransaction(() -> failures.lockAndList(LOGIN, Instant.EPOCH)))
                .containsExactly(NOON);

        inTransaction(() -> {
            failures.add(LOGIN, NOON.plusSeconds(1));
            failures.remove(LOGIN, NOON.plusSeconds(1));
        });
        assertThat(inTransaction(() -> failures.lockAndList(LOGIN, Instant.EPOCH)))
                .containsExactly(NOON);

        inTransaction(() -> failures.clear(LOGIN));
        assertThat(inTransaction(() -> failures.lockAndList(LOGIN, Instant.EPOCH)))
                .isEmpty();
        assertThat(inTransaction(() -> failures.lockAndList(Digest.of("bob"), Instant.EPOCH)))
                .hasSize(1);
    }

    @Test
    @DisplayName("G1: remembers where a sign-in succeeded, and tells once how many failed")
    void remembersSignIns() {
        var place = Digest.of("ada at home");
        inTransaction(() -> {
            accounts.add(ADA, null);
            memory.succeeded(place, NOON);
            memory.succeeded(place, NOON.plusSeconds(1));
            memory.failed(ADA.id(), NOON);
            memory.failed(ADA.id(), NOON.plusSeconds(5));
        });

        assertThat(memory.familiar(place, NOON.plusSeconds(1))).isTrue();
        assertThat(memory.familiar(place, NOON.plusSeconds(2))).isFalse();
        assertThat(memory.familiar(Digest.of("elsewhere"), Instant.EPOCH)).isFalse();
        assertThat(inTransaction(() -> memory.tellFailed(ADA.id())))
                .contains(new FailedAttempts(2, NOON.plusSeconds(5)));
        assertThat(inTransaction(() -> memory.tellFailed(ADA.id()))).isEmpty();

        inTransaction(() -> memory.forgetBefore(NOON.plusSeconds(2)));
        assertThat(memory.familiar(place, Instant.EPOCH)).isFalse();
    }

    @Test
    @DisplayName("G1: sessions end by a generation that grows, with the reason and the time")
    void endsSessions() {
        inTransaction(() -> accounts.add(ADA, null));
        assertThat(accounts.sessions("ada")).contains(new SessionState(ADA.named(), "ada", 0, null));

        var ending = new SessionEnding(SessionEnding.Reason.ROLES, NOON);
        assertThat(inTransaction(() -> accounts.endSessions(ADA.id(), ending))).isEqualTo(1);
        assertThat(inTransaction(() -> accounts.endSessions(ADA.id(), ending))).isEqualTo(2);

        assertThat(accounts.sessions("ada")).contains(new SessionState(ADA.named(), "ada", 2, ending));
        assertThat(accounts.sessions("nobody")).isEmpty();
    }

    @Test
    void keepsApiClientsByTheDigestOfTheirToken() {
        var client = new ApiClient(
                new UUID(0, 7),
                "Model server",
                Set.of(ApiScope.INGEST, ApiScope.READ),
                new Scope("sepsis", null, "north"),
                "admin",
                NOON,
                NOON.plusSeconds(60),
                null,
                null);
        var token = Digest.of("ovr_token");
        inTransaction(() -> tokens.add(client, token));

        assertThat(tokens.find(client.id())).contains(client);
        assertThat(tokens.byToken(token)).contains(client);
        assertThat(tokens.byToken(Digest.of("other"))).isEmpty();

        inTransaction(() -> tokens.used(client.id(), NOON.plusSeconds(2)));
        inTransaction(() -> tokens.used(client.id(), NOON.plusSeconds(1)));
        assertThat(tokens.find(client.id())).contains(client.used(NOON.plusSeconds(2)));
        assertThat(tokens.all()).containsExactly(client.used(NOON.plusSeconds(2)));

        inTransaction(() -> tokens.revoke(client.id(), NOON.plusSeconds(1)));
        inTransaction(() -> tokens.revoke(client.id(), NOON.plusSeconds(9)));

        assertThat(tokens.all())
                .singleElement()
                .satisfies(revoked -> assertThat(revoked.revokedAt()).isEqualTo(NOON.plusSeconds(1)));
    }

    private static Account account(String login, String name, Set<Grant> grants) {
        return new Account(Actors.idOf(login), login, name, true, false, grants, NOON);
    }

    private static Account account(String id, String login, String name) {
        return new Account(Actors.idOf(id), login, name, true, false, Set.of(), NOON);
    }
}
