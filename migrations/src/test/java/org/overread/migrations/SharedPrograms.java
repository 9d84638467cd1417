package org.overread.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, unpacked once for all tests. */
final class SharedPrograms {
    static final Path FOLDER;
    static final Programs PROGRAMS;

    static {
        try {
            FOLDER = Files.createTempDirectory("overread-programs-").resolve("programs");
            PROGRAMS = Programs.in(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(SharedPrograms::remove));
    }

    private SharedPrograms() {}

    private static void remove() {
        try {
            OwnerOnly.remove(OwnerOnly.above(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
