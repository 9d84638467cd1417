package org.overread.web.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.overread.migrations.ScratchDatabase;

/** Gives the server that runs the container tests a database and free ports, before Arquillian starts it. */
public final class ContainerDatabase implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("overread.it")) {
            return;
        }
        var access = ScratchDatabase.fresh().application();
        System.setProperty(
                "overread.it.database",
                "-Denv.OVERREAD_DB_URL=%s -Denv.OVERREAD_DB_APP_USER=%s -Denv.OVERREAD_DB_APP_PASSWORD=%s"
                        .formatted(access.url(), access.user(), access.password()));
        System.setProperty(
                "overread.it.home",
                Path.of("target/wildfly-39.0.1.Final").toAbsolutePath().toString());
        System.setProperty("overread.it.port", Integer.toString(freePort()));
        System.setProperty("overread.it.management", Integer.toString(freePort()));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
