package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class ApiClientsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Scope SEPSIS = new Scope("sepsis", null, null);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final ApiClients clients = new ApiClients();
    private final Kept kept = new Kept();

    @BeforeEach
    void wire() {
        clients.tokens = kept;
        clients.rights = KeptRights.of(kept);
        clients.trail = trail;
        clients.clock = () -> NOON;
    }

    @Test
    void givesOutATokenThatIsKnownAgainAndKeepsOnlyItsDigest() {
        var issued = clients.create(ADMIN, " Model server ", Set.of(ApiScope.INGEST), SEPSIS);

        assertThat(issued.token()).matches("ovr_[A-Za-z0-9_-]{43}");
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(issued.client())
                .isEqualTo(new ApiClient(
                        issued.client().id(), "Model server", Set.of(ApiScope.INGEST), SEPSIS, ADMIN.id(), NOON, null));
        assertThat(clients.authenticate(issued.token()))
                .contains(new Actor.Machine(issued.client().id().toString(), "Model server", KeptRights.of(kept)));
        assertThat(kept.digests).containsOnlyKeys(Digest.of(issued.token()));
        assertThat(trail.recorded().toString()).doesNotContain(issued.token());
    }

    @Test
    void letsTheMachineDoWhatItsScopesSayWithinItsReach() {
        var token = clients.create(ADMIN, "Model server", Set.of(ApiScope.INGEST), SEPSIS)
                .token();
        var machine = clients.authenticate(token).orElseThrow();

        assertThat(machine.may(Permission.SEND_PREDICTIONS, Place.ofModel("sepsis", "emergency")))
                .isTrue();
        assertThat(machine.may(Permission.SEND_PREDICTIONS, Place.ofModel("stroke", "neurology")))
                .isFalse();
        assertThat(machine.may(Permission.READ_AUDIT, Place.ANYWHERE)).isFalse();
    }

    @Test
    void shutsOutARevokedTokenAtOnce() {
        var issued = clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE);

        assertThat(clients.revoke(ADMIN, issued.client().id()).revokedAt()).isEqualTo(NOON);
        clients.revoke(ADMIN, issued.client().id());

        assertThat(clients.authenticate(issued.token())).isEmpty();
        assertThat(clients.all(ADMIN)).hasSize(1);
        assertThat(trail.actions()).containsExactly("api-client.created", "api-client.revoked");
    }

    @Test
    void knowsNoOtherToken() {
        clients.create(ADMIN, "Model server", Set.of(ApiScope.READ), Scope.EVERYWHERE);

        assertThat(clients.authenticate("ovr_guess")).isEmpty();
        assertThat(clients.authenticate("")).isEmpty();
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
            clients.computeIfPresent(
                    id,
                    (_, client) -> new ApiClient(
                            id,
                            client.name(),
                            client.scopes(),
                            client.reach(),
                            client.createdBy(),
                            client.createdAt(),
                            at));
        }
    }
}
