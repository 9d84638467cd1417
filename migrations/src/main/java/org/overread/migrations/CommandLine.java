package org.overread.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process was started with. A number alone may mean another process by now. */
final class CommandLine {
    private CommandLine() {}

    /** The command with its arguments; empty if the process has ended. */
    static String of(ProcessHandle process) {
        var told = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(told)
                    ? Files.readString(told).replace('\0', ' ')
                    : process.info().commandLine().orElse("");
        } catch (IOException ended) {
            return "";
        }
    }
}
