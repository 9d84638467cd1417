package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void namesThePortThatIsInUseAndTheRemedy() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Preflight.obstacles("127.0.0.1", taken.getLocalPort(), folder))
                    .contains("port " + taken.getLocalPort() + " is in use; choose another with --port");
        }
    }

    @Test
    void refusesAPortThatLeavesNoRoomForTheHealthChecks() throws IOException {
        assertThat(Preflight.obstacles("127.0.0.1", 65_535, folder))
                .containsExactly("the port must lie between 1 and 65534, was 65535");
    }

    @Test
    void namesADataFolderThatIsNotThere() throws IOException {
        assertThat(Preflight.obstacles("127.0.0.1", 18_080, folder.resolve("gone")))
                .singleElement()
                .asString()
                .endsWith("cannot be written to");
    }

    @Test
    @DisplayName("G6: a data folder that somebody else could replace is named before anything starts")
    void namesAFolderThatOthersMayReplace() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var data = Files.createDirectory(folder.resolve("data"));

        assertThat(Preflight.obstacles("127.0.0.1", 18_080, data))
                .singleElement()
                .asString()
                .startsWith("everybody may change the folder");
    }
}
