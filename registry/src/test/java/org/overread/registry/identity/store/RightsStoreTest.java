package org.overread.registry.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.Grant;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.Rights.TokenRights;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.StoreTest;
import org.overread.registry.testing.TransactionInTest;

class RightsStoreTest extends StoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Grant CHAIR = new Grant(Role.CHAIR, Scope.EVERYWHERE);
    private static final Grant OWNER = new Grant(Role.MODEL_OWNER, new Scope("sepsis", null, null));
    private static final Account ADA =
            new Account(Actors.idOf("ada"), "ada", "Ada", true, false, Set.of(CHAIR, OWNER), NOON);
    private static final ApiClient SERVER = new ApiClient(
            new UUID(0, 7),
            "Server",
            Set.of(ApiScope.INGEST),
            new Scope("sepsis", null, null),
            "x",
            NOON,
            NOON.plusSeconds(60),
            null,
            null);

    private Instant now = NOON;
    private final JpaAccounts accounts = new JpaAccounts();
    private final JpaApiTokens tokens = new JpaApiTokens();
    private final TransactionInTest transaction = new TransactionInTest();
    private final JpaRights rights = new JpaRights();
    private final Actor.Person ada = new Actor.Person(ADA.id(), "ada", "Ada", rights);
    private final Actor.Machine server = new Actor.Machine(SERVER.id().toString(), "Server", rights);

    RightsStoreTest() {
        super("registry");
    }

    @BeforeEach
    void wire() {
        accounts.entities = entities();
        tokens.entities = entities();
        rights.entities = entities();
        rights.transaction = transaction;
        rights.clock = () -> now;
        inTransaction(() -> {
            accounts.add(ADA, null);
            tokens.add(SERVER, Digest.of("token"));
        });
    }

    @Test
    @DisplayName("G1: the same actor has other rights as soon as a role is taken away, given, or the person shut out")
    void areThoseOfNow() {
        assertThat(ada.grants()).containsExactlyInAnyOrder(CHAIR, OWNER);
        assertThat(ada.may(Permission.DECIDE_PROMOTIONS, Place.EVERYWHERE)).isTrue();

        inTransaction(() -> accounts.revoke(ADA.id(), CHAIR));
        assertThat(ada.may(Permission.DECIDE_PROMOTIONS, Place.EVERYWHERE)).isFalse();
        assertThat(ada.grants()).containsExactly(OWNER);

        inTransaction(() -> accounts.setActive(ADA.id(), false));
        assertThat(ada.grants()).isEmpty();

        inTransaction(() -> accounts.setActive(ADA.id(), true));
        assertThat(ada.grants()).containsExactly(OWNER);
    }

    @Test
    @DisplayName("G1: a token that was revoked opens nothing, whoever still has it in hand")
    void ofATokenToo() {
        assertThat(rights.tokenOf(server.id())).isEqualTo(new TokenRights(SERVER.scopes(), SERVER.reach()));
        assertThat(server.may(Permission.SEND_PREDICTIONS, Place.ofModel("sepsis", null)))
                .isTrue();

        inTransaction(() -> tokens.revoke(SERVER.id(), NOON));

        assertThat(server.may(Permission.SEND_PREDICTIONS, Place.ofModel("sepsis", null)))
                .isFalse();
        assertThat(rights.tokenOf(new UUID(0, 8).toString())).isEqualTo(TokenRights.NONE);
    }

    @Test
    @DisplayName("G1: a token opens nothing any more at the moment it ends")
    void ofATokenThatEnds() {
        now = NOON.plusSeconds(60).minusMillis(1);
        assertThat(server.scopes()).containsExactly(ApiScope.INGEST);

        now = NOON.plusSeconds(60);
        assertThat(rights.tokenOf(server.id())).isEqualTo(TokenRights.NONE);
    }

    @Test
    void rememberWithinOneTransactionUntilTheyAreHeld() {
        transaction.begin();
        assertThat(ada.grants()).contains(CHAIR);
        inTransaction(() -> accounts.revoke(ADA.id(), CHAIR));

        assertThat(ada.grants()).contains(CHAIR);
        ada.holdRights();
        assertThat(ada.grants()).doesNotContain(CHAIR);
        transaction.end();
    }

    @Test
    void areForgottenWithTheTransaction() {
        transaction.begin();
        assertThat(ada.grants()).contains(CHAIR);
        transaction.end();
        inTransaction(() -> accounts.revoke(ADA.id(), CHAIR));

        transaction.begin();
        assertThat(ada.grants()).doesNotContain(CHAIR);
    }

    @Test
    @DisplayName("G1: a revocation that comes while somebody signs waits for the signature")
    void keepsOthersWaitingWhileHeld() {
        var signing = another();
        rights.entities = signing;
        signing.getTransaction().begin();
        ada.holdRights();

        assertThatThrownBy(() -> inTransaction(() -> {
                    impatient(entities());
                    accounts.revoke(ADA.id(), CHAIR);
                }))
                .hasMessageContaining("lock timeout");
        assertThatThrownBy(() -> inTransaction(() -> {
                    impatient(entities());
                    accounts.setActive(ADA.id(), false);
                }))
                .hasMessageContaining("lock timeout");
        assertThat(ada.grants()).contains(CHAIR);
        signing.getTransaction().commit();
    }

    @Test
    @DisplayName("G1: a signature that comes while a role is being taken away waits for that")
    void waitsForARevocationUnderWay() {
        var signing = another();
        rights.entities = signing;
        entities().getTransaction().begin();
        accounts.revoke(ADA.id(), CHAIR);
        entities().flush();

        assertThatThrownBy(() -> inTransaction(signing, () -> {
                    impatient(signing);
                    ada.holdRights();
                    return ada.grants();
                }))
                .hasMessageContaining("lock timeout");
        entities().getTransaction().commit();
        assertThat(inTransaction(signing, () -> {
                    ada.holdRights();
                    return ada.grants();
                }))
                .containsExactly(OWNER);
    }

    private static void impatient(EntityManager entities) {
        entities.createNativeQuery("SET LOCAL lock_timeout = '50ms'").executeUpdate();
    }
}
