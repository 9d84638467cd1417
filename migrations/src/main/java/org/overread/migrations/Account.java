package org.overread.migrations;

import java.io.IOException;
import java.util.List;

/** How to run PostgreSQL, which refuses to work as root, whoever starts the product. */
final class Account {
    private static final List<String> IN_A_NAMESPACE = List.of("unshare", "-U");

    private Account() {}

    /** What stands before a command: nothing for an ordinary account; for root a namespace in which it is nobody. */
    static List<String> notRoot() throws IOException {
        if (OwnerOnly.account() != 0) {
            return List.of();
        }
        if (!works(List.of("unshare", "-U", "true"))) {
            throw new IOException(
                    "PostgreSQL does not work as root, and this machine has no user namespaces to hide that in"
                            + " (unshare -U): start Overread as another account, or set OVERREAD_DB_URL to use your own PostgreSQL");
        }
        return IN_A_NAMESPACE;
    }

    /** Out of the terminal's reach: Ctrl-C must end the server first and the database after it. */
    static List<String> aside() throws IOException {
        return works(List.of("setsid", "true")) ? List.of("setsid") : List.of();
    }

    private static boolean works(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
