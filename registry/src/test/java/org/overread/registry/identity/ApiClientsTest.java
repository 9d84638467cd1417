package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.TokenAnswer.Good;
import org.overread.registry.identity.TokenAnswer.Refused;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class ApiClientsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Scope SEPSIS = new Scope("sepsis", null, null);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final ApiClients clients = new ApiClients();
    private final Kept kept = new Kept();
    private Instant now = NOON;

    @BeforeEach
    void wire() {
        clients.tokens = kept;
        clients.rights = KeptRights.of(kept);
        clients.trail = trail;
        clients.clock = () -> now;
    }

    @Test
    void givesOutATokenThatIsKnownAgainAndKeepsOnlyItsDigest() {
        var issued = clients.create(ADMIN, " Model server ", Set.of(ApiScope.INGEST), SEPSIS);

        assertThat(issued.token()).matches("ovr_[A-Za-z0-9_-]{43}");
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(issued.client())
                .isEqualTo(new ApiClient(
                        issued.client().id(),
                        "Model server",
                        Set.of(ApiScope.INGEST),
                        SEPSIS,
                        ADMIN.id(),
                        NOON,
                        NOON.plus(Duration.ofDays(365)),
                        null,
                        null));
        assertThat(clients.authenticate(issued.token()))
                .isEqualTo(new Good(
                        new Actor.Machine(issued.client().id().toString(), "Model server", KeptRights.of(kept))));
        assertThat(kept.digests).containsOnlyKeys(Digest.of(issued.token()));
        assertThat(trail.recorded().toString()).doesNotContain(issued.token());
    }

    @Test
    void letsTheMachineDoWhatItsScopesSayWithinItsReach() {
        var token = clients.create(ADMIN, "Model server", Set.of(ApiScope.INGEST), SEPSIS)
                .token();
        var machine = ((Good) clients.authenticate(token)).machine();

        assertThat(machine.may(Permission.SEND_PREDICTIONS, Place.ofModel("sepsis", "emergency")))
                .isTrue();
        assertThat(machine.may(Permission.SEND_PREDICTIONS, Place.ofModel("stroke", "neurology")))
                .isFalse();
        assertThat(machine.may(Permission.READ_AUDIT, Place.EVERYWHERE)).isFalse();
    }

    @Test
    void shutsOutARevokedTokenAtOnce() {
        var issued = clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE);

        assertThat(clients.revoke(ADMIN, issued.client().id()).revokedAt()).isEqualTo(NOON);
        clients.revoke(ADMIN, issued.client().id());

        assertThat(clients.authenticate(issued.token()))
                .isEqualTo(new Refused(
                        "this token was revoked on 1 January 2026, 12:00 UTC: ask an administrator for a new one"));
        assertThat(clients.all(ADMIN)).hasSize(1);
        assertThat(trail.actions()).containsExactly("api-client.created", "api-client.revoked");
    }

    @Test
    @DisplayName("G1: a token ends by itself, at most a year after it was given out, and says so")
    void endsByItself() {
        var issued = clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE, 30);
        var machine = ((Good) clients.authenticate(issued.token())).machine();

        now = NOON.plus(Duration.ofDays(30)).minusMillis(1);
        assertThat(clients.authenticate(issued.token())).isInstanceOf(Good.class);
        now = NOON.plus(Duration.ofDays(30));

        assertThat(clients.authenticate(issued.token()))
                .isEqualTo(new Refused(
                        "this token ended on 31 January 2026, 12:00 UTC: ask an administrator for a new one"));
        assertThat(kept.find(UUID.fromString(machine.id())).orElseThrow().good(now))
                .isFalse();
        for (int days : new int[] {0, 366}) {
            assertThatThrownBy(
                            () -> clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE, days))
                    .isInstanceOfSatisfying(
                            GovernanceException.class,
                            refused -> assertThat(refused.fields())
                                    .containsExactly(
                                            new FieldProblem("days", "must be from 1 to 365: every token ends")));
        }
    }

    @Test
    @DisplayName("G1: the last use of a token is known to the minute, without a write for each call")
    void notesTheLastUse() {
        var issued = clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE);
        var id = issued.client().id();
        for (int call = 0; call < 100; call++) {
            clients.authenticate(issued.token());
            now = now.plusMillis(599);
        }

        assertThat(kept.written).isEqualTo(1);
        assertThat(kept.find(id).orElseThrow().lastUsedAt()).isEqualTo(NOON);

        now = NOON.plusSeconds(60);
        clients.authenticate(issued.token());
        clients.authenticate("ovr_guess");

        assertThat(kept.written).isEqualTo(2);
        assertThat(kept.find(id).orElseThrow().lastUsedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(trail.actions()).containsExactly("api-client.created");
    }

    @Test
    void knowsWhichTokensEndSoonAndWhichNobodyUses() {
        var client = clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE, 200)
                .client();
        var soon = NOON.plus(Duration.ofDays(170));

        assertThat(client.endsSoon(soon.minusMillis(1))).isFalse();
        assertThat(client.endsSoon(soon)).isTrue();
        assertThat(client.endsSoon(NOON.plus(Duration.ofDays(200)))).isFalse();
        assertThat(client.unused(NOON.plus(Duration.ofDays(90)))).isTrue();
        assertThat(client.used(NOON.plusSeconds(1)).unused(NOON.plus(Duration.ofDays(90))))
                .isFalse();
        assertThat(client.revoked(NOON).unused(soon)).isFalse();
        assertThat(client.revoked(NOON).endsSoon(soon)).isFalse();
    }

    @Test
    void knowsNoOtherToken() {
        clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE);

        assertThat(clients.authenticate("ovr_guess")).isEqualTo(new Refused("sign in, or send a valid token"));
        assertThat(clients.authenticate("")).isEqualTo(new Refused("sign in, or send a valid token"));
    }

    @Test
    void tellsAllThatIsMissing() {
        assertThatThrownBy(() -> clients.create(ADMIN, " ", Set.of(), Scope.EVERYWHERE))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fields())
                                .containsExactly(
                                        new FieldProblem("name", "is required"),
                                        new FieldProblem("scopes", "must name at least one")));
    }

    @Test
    void isForAdministratorsOnly() {
        var chair = Actors.person("chair", Role.CHAIR);
        var id = new UUID(0, 0);

        assertThatThrownBy(() -> clients.create(chair, "x", Set.of(ApiScope.READ), Scope.EVERYWHERE))
                .isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> clients.all(chair)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> clients.revoke(chair, id)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> clients.revoke(ADMIN, id)).hasMessage("There is no such API client");
    }

    /** API clients in memory. */
    private static final class Kept implements ApiTokens {
        private final Map<UUID, ApiClient> clients = new HashMap<>();
        final Map<Digest, UUID> digests = new HashMap<>();
        int written;

        @Override
        public void add(ApiClient client, Digest token) {
            clients.put(client.id(), client);
            digests.put(token, client.id());
        }

        @Override
        public Optional<ApiClient> find(UUID id) {
            return Optional.ofNullable(clients.get(id));
        }

        @Override
        public Optional<ApiClient> byToken(Digest token) {
            return Optional.ofNullable(digests.get(token)).flatMap(this::find);
        }

        @Override
        public List<ApiClient> all() {
            return List.copyOf(clients.values());
        }

        @Override
        public void revoke(UUID id, Instant at) {
            clients.computeIfPresent(id, (_, client) -> client.revoked(at));
        }

        @Override
        public void used(UUID id, Instant at) {
            written++;
            clients.computeIfPresent(id, (_, client) -> client.used(at));
        }
    }
}
