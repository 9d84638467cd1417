package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    @TempDir
    Path home;

    @Test
    @DisplayName("G6: the database's programs lie where nobody else may read or change anything")
    void liesInAFolderOfTheOwnerOnly() throws IOException {
        try (var files = Files.walk(SharedPrograms.FOLDER)) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
                    .hasSizeGreaterThan(1_000)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .matches("rw[x-]------"));
        }
    }

    @Test
    @DisplayName("G6: what lay in their place before is never run")
    void replacesWhatLiesThere() throws IOException {
        var planted = home.resolve("programs/bin/postgres");
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, "#!/bin/sh\necho planted");

        Programs.in(home.resolve("programs"));

        assertThat(Files.size(planted)).isGreaterThan(1_000_000);
    }

    @Test
    @DisplayName("G6: a program or library that was changed, added or taken away after unpacking is not run")
    void runsNothingThatWasChanged() throws IOException {
        var folder = home.resolve("programs");
        var programs = Programs.in(folder);
        assertThat(programs.command("postgres"))
                .last()
                .isEqualTo(folder.resolve("bin/postgres").toString());

        var added = Files.createFile(folder.resolve("lib/libadded.so"));
        assertRefused(programs);
        Files.delete(added);
        programs.command("postgres");

        Files.writeString(folder.resolve("bin/initdb"), "x", StandardOpenOption.APPEND);
        assertRefused(programs);
        Files.delete(folder.resolve("bin/initdb"));
        assertRefused(programs);
    }

    @Test
    @DisplayName("G6: a folder that somebody else could put his own in the place of is refused with the remedy")
    void refusesAFolderThatOthersMayReplace() throws IOException {
        var open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> OwnerOnly.folder(open.resolve("data")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("everybody may change the folder " + open.toRealPath())
                .hasMessageContaining("chmod o-w");
    }

    private static void assertRefused(Programs programs) {
        assertThatThrownBy(() -> programs.command("postgres"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("they are not run");
    }
}
