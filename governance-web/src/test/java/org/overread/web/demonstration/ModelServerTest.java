package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Scope;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.IssuedToken;
import org.overread.registry.identity.TokenAnswer;
import org.overread.registry.testing.Actors;

class ModelServerTest {
    @TempDir
    Path folder;

    private final KnownClients clients = new KnownClients();

    @Test
    void itsTokenIsForTheOwnerOfTheFolderAlone() throws IOException {
        server(folder.toString()).actor();

        var file = folder.resolve("demo.token");
        assertThat(Files.readString(file)).isEqualTo("ovr_1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isLetInOnceWhileItsTokenIsKept() {
        server(folder.toString()).actor();
        server(folder.toString()).actor();

        assertThat(clients.tokens).containsExactly("ovr_1");
        assertThat(clients.revoked).isEmpty();
    }

    @Test
    void isLetInAnewWhenItsTokenIsLost() throws IOException {
        server(folder.toString()).actor();
        Files.delete(folder.resolve("demo.token"));
        server(folder.toString()).actor();

        assertThat(clients.tokens).containsExactly("ovr_1", "ovr_2");
        assertThat(clients.revoked).containsExactly(new UUID(0, 1));
    }

    @Test
    void worksWithoutAFolder() {
        assertThat(server("").actor().scopes()).containsExactlyInAnyOrder(ApiScope.values());
    }

    private ModelServer server(String in) {
        var server = new ModelServer();
        server.clients = clients;
        server.environment = Map.of("OVERREAD_DEMO_FOLDER", in);
        return server;
    }

    private static final class KnownClients extends ApiClients {
        private final List<String> tokens = new ArrayList<>();
        private final List<UUID> revoked = new ArrayList<>();

        @Override
        public IssuedToken create(Actor actor, String name, Set<ApiScope> scopes, Scope reach) {
            tokens.add("ovr_" + (tokens.size() + 1));
            return new IssuedToken(client(tokens.size(), name, scopes), tokens.getLast());
        }

        @Override
        public List<ApiClient> all(Actor actor) {
            return java.util.stream.IntStream.rangeClosed(1, tokens.size())
                    .mapToObj(number -> client(number, "Demonstration model server", Set.of(ApiScope.values())))
                    .filter(client -> !revoked.contains(client.id()))
                    .toList();
        }

        @Override
        public ApiClient revoke(Actor actor, UUID id) {
            revoked.add(id);
            return client((int) id.getLeastSignificantBits(), "Demonstration model server", Set.of());
        }

        @Override
        public TokenAnswer authenticate(String token) {
            return tokens.contains(token)
                    ? new TokenAnswer.Good(Actors.machine(ApiScope.values()))
                    : new TokenAnswer.Refused("unknown");
        }

        private static ApiClient client(int number, String name, Set<ApiScope> scopes) {
            return new ApiClient(
                    new UUID(0, number),
                    name,
                    scopes,
                    Scope.EVERYWHERE,
                    "demonstration",
                    Instant.EPOCH,
                    Instant.MAX,
                    null,
                    null);
        }
    }
}
