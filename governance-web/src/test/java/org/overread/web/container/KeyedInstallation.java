package org.overread.web.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.overread.monitoring.notify.Installation;

/** An installation that has a key to encrypt secrets with, as the launcher makes one. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KeyedInstallation extends Installation {
    private final Path file = key();

    @Override
    public Optional<String> keyFile() {
        return Optional.of(file.toString());
    }

    private static Path key() {
        try {
            var file = Files.createTempFile("overread", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "0123456789abcdef".repeat(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
