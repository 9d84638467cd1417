package org.overread.migrations;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folders and files that nobody but the account that the product runs as may read or change. */
final class OwnerOnly {
    static final FileAttribute<?> FOLDER = attribute("rwx------");

    private static final FileAttribute<?> FILE = attribute("rw-------");
    private static final int WRITABLE_BY_OTHERS = 0002;
    private static final int STICKY = 01000;
    private static final int SECRET_BYTES = 24;

    private OwnerOnly() {}

    /** The folder, made if it is missing and closed if it was open. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
        var obstacle = obstacle(folder);
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    /** Why somebody else could put something of his own in the place of this folder, which is there; empty if nobody can. */
    static Optional<String> obstacle(Path folder) throws IOException {
        var real = folder.toRealPath();
        if (!Long.valueOf(account()).equals(number(real, "unix:uid"))) {
            return Optional.of("the folder " + folder + " belongs to "
                    + Files.getOwner(real).getName()
                    + "; give it to the account that starts Overread, or choose another");
        }
        for (var above = real.getParent(); above != null; above = above.getParent()) {
            long mode = number(above, "unix:mode");
            if ((mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0) {
                return Optional.of("everybody may change the folder " + above + " and so replace what lies in " + folder
                        + "; close it (chmod o-w), or choose another");
            }
        }
        return Optional.empty();
    }

    /** The folder that a folder lies in. */
    static Path above(Path folder) {
        return Objects.requireNonNull(folder.toAbsolutePath().getParent(), "the root folder is no place for data");
    }

    /** The number of the account that this process runs as; 0 is root. */
    static long account() {
        return new UnixSystem().getUid();
    }

    /** Puts the text there at one stroke: whoever reads the file finds all of it or none. */
    static void write(Path file, String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, FILE);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The secret in this file; null if there is none. */
    static @Nullable String known(Path file) throws IOException {
        var secret = Files.exists(file) ? Files.readString(file).strip() : "";
        return secret.isEmpty() ? null : secret;
    }

    /** The secret in this file, made up if there is none. */
    static String secret(Path file) throws IOException {
        var known = known(file);
        if (known != null) {
            return known;
        }
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        write(file, secret);
        return secret;
    }

    /** Removes the folder and all in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException problem) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes what beginnings that were cut short have left in the folder; what cannot go yet is left to the next time. */
    static void removeDrafts(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            for (var draft : files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList()) {
                try {
                    remove(draft);
                } catch (IOException stillInUse) {
                    System.err.println("Cannot remove " + draft + " yet: " + stillInUse.getMessage());
                }
            }
        }
    }

    private static long number(Path path, String attribute) throws IOException {
        return ((Number) Files.getAttribute(path, attribute)).longValue();
    }

    private static FileAttribute<?> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
