package org.overread.registry.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Where the key and the folder of anchors are. Unless {@code OVERREAD_ANCHOR_KEY_FILE} and {@code OVERREAD_ANCHOR_FOLDER}
 * say otherwise they lie beside the file that {@code OVERREAD_SECRET_KEY_FILE} names, which is in the data folder.
 */
@ApplicationScoped
public class AnchorSettings {
    /** What somebody can do where there is no key. */
    public static final String REMEDY =
            "Set OVERREAD_ANCHOR_KEY_FILE to a file that this server may make and keep, and start again.";

    Map<String, String> environment = System.getenv();

    /** The key, made at its first use so that only its owner may read it; empty where nothing says where to keep it. */
    public Optional<AnchorKey> key() {
        return keyFile().map(AnchorSettings::kept);
    }

    /** The folder; empty where nothing says where it is. */
    public Optional<Path> folder() {
        return named("OVERREAD_ANCHOR_FOLDER")
                .map(Path::of)
                .or(() -> keyFile().map(file -> file.resolveSibling("anchors")));
    }

    /** What is set under that name. */
    public Optional<String> named(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<Path> keyFile() {
        return named("OVERREAD_ANCHOR_KEY_FILE")
                .map(file -> Path.of(file).toAbsolutePath())
                .or(() -> named("OVERREAD_SECRET_KEY_FILE")
                        .map(file -> Path.of(file).toAbsolutePath().resolveSibling("anchor.key")));
    }

    private static AnchorKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return AnchorKey.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key for anchors cannot be used. " + REMEDY, e);
        }
    }

    /** In one step, so that two servers that start at once end with one key. */
    private static void make(Path file) throws IOException {
        var draft = Files.createTempFile(
                file.getParent(),
                "anchor",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, AnchorKey.make().text());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another server was first
        } finally {
            Files.delete(draft);
        }
    }
}
