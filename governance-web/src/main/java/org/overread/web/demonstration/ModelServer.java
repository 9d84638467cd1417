package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Scope;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.TokenAnswer;

/**
 * The machine that sends what the demonstration's models say. Its token is given out once; it is kept in a file that
 * only the owner of the data folder can read, so that a visitor can call the product too.
 */
@ApplicationScoped
public class ModelServer {
    private static final Actor SETUP = new Actor.Product("demonstration");
    private static final String NAME = "Demonstration model server";
    private static final String FILE = "demo.token";

    @Inject
    ApiClients clients;

    Map<String, String> environment = System.getenv();

    private Actor.@Nullable Machine machine;

    /** The machine, let in anew when nobody has its token any more, or when it has ended: the story is longer than a year. */
    Actor.Machine actor() {
        if (machine == null || machine.scopes().isEmpty()) {
            machine = kept().flatMap(this::known).orElseGet(this::letIn);
        }
        return machine;
    }

    private Actor.Machine letIn() {
        clients.all(SETUP).stream()
                .filter(client -> client.name().equals(NAME) && client.revokedAt() == null)
                .forEach(client -> clients.revoke(SETUP, client.id()));
        var issued = clients.create(SETUP, NAME, EnumSet.allOf(ApiScope.class), Scope.EVERYWHERE);
        var file = file();
        if (file != null) {
            write(file, issued.token());
        }
        return known(issued.token()).orElseThrow();
    }

    private Optional<Actor.Machine> known(String token) {
        return switch (clients.authenticate(token)) {
            case TokenAnswer.Good good -> Optional.of(good.machine());
            case TokenAnswer.Refused _ -> Optional.empty();
        };
    }

    private Optional<String> kept() {
        var file = file();
        try {
            return file == null || !Files.exists(file)
                    ? Optional.empty()
                    : Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String token) {
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, onlyMine);
            Files.writeString(file, token + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Path file() {
        var folder = environment.get("OVERREAD_DEMO_FOLDER");
        return folder == null || folder.isBlank() ? null : Path.of(folder, FILE);
    }
}
