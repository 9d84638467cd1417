package org.overread.migrations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, in a folder that nobody else may read or change. Before each use every file in it is held
 * against what this build names: a byte more, less or other, and nothing is run.
 *
 * <p>What it names is, for each archive, the SHA-256 of the list of its contents: a line for each file in the order of
 * their names, with its own SHA-256 (of a link: where it leads) and its name, as {@code sha256sum} writes them.
 */
final class Programs {
    private static final String EXECUTABLE = "rwx------";
    private static final String PLAIN = "rw-------";
    private static final int ANY_EXECUTE = 0111;
    private static final Path ALPINE = Path.of("/etc/alpine-release");

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    /** The programs in this folder, unpacked in the place of whatever else lies there. */
    static Programs in(Path folder) throws IOException {
        var home = OwnerOnly.folder(OwnerOnly.above(folder));
        var draft = folder.getFileName() + ".new";
        OwnerOnly.removeDrafts(home, draft);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !contents(folder).equals(named())) {
            var fresh = Files.createTempDirectory(home, draft, OwnerOnly.FOLDER);
            unpack(fresh);
            OwnerOnly.remove(folder);
            Files.move(fresh, folder);
        }
        OwnerOnly.folder(folder);
        return new Programs(folder);
    }

    /** What runs one of them; never as root, which PostgreSQL refuses. */
    List<String> command(String program, String... arguments) throws IOException {
        if (!contents(folder).equals(named())) {
            throw new IOException("PostgreSQL's programs in " + folder + " are not those that this build brings;"
                    + " they are not run. Start again to unpack them anew.");
        }
        var command = new ArrayList<>(Account.notRoot());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The digest of the list of what lies in the folder. */
    private static String contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var list = files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> content(file) + "  " + folder.relativize(file) + "\n")
                    .collect(Collectors.joining());
            return digest(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String content(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                return "-> " + Files.readSymbolicLink(file);
            }
            try (var bytes = Files.newInputStream(file)) {
                return digest(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException(archiveName() + " reaches out of its folder: " + entry.getName());
                }
                unpack(entry, tar, file);
            }
        }
        var found = contents(into);
        if (!found.equals(named())) {
            throw new IOException("The contents of " + archiveName() + ", " + found + ", are not those that this build"
                    + " names, " + named());
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file, OwnerOnly.FOLDER);
            return;
        }
        Files.createDirectories(OwnerOnly.above(file), OwnerOnly.FOLDER);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        var permissions = (entry.getMode() & ANY_EXECUTE) == 0 ? PLAIN : EXECUTABLE;
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        try (var out = Files.newOutputStream(file)) {
            bytes.transferTo(out);
        }
    }

    private static String named() throws IOException {
        var end = "  " + archiveName();
        try (var names = Programs.class.getResourceAsStream("programs.sha256")) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.endsWith(end))
                    .map(line -> line.substring(0, line.length() - end.length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("this build names no " + archiveName()));
        }
    }

    private static InputStream archive() throws IOException {
        var bytes = Programs.class.getResourceAsStream("/" + archiveName());
        if (bytes == null) {
            throw new IOException("This build brings no PostgreSQL for this machine (" + archiveName()
                    + "): set OVERREAD_DB_URL to use your own");
        }
        return bytes;
    }

    private static String archiveName() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return "postgres-darwin-x86_64.txz";
        }
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-linux-" + processor + (Files.exists(ALPINE) ? "-alpine_linux" : "") + ".txz";
    }

    private static String digest(InputStream bytes) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
