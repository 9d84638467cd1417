package org.overread.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in a server's log what somebody must know whose server does not work. */
public final class ServerLog {
    private static final int LINES = 8;
    private static final int WIDTH = 400;
    private static final Pattern ENTRY =
            Pattern.compile("^(\u001B\\[[0-9;]*m)?(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d,\\d+ .*");
    private static final Pattern FAULT = Pattern.compile(
            ".*( ERROR | FATAL |OutOfMemoryError|^Error[: ]|Could not create the Java Virtual Machine).*");

    private ServerLog() {}

    /** Prints it. Argument: the log. */
    public static void main(String[] args) {
        reasons(Path.of(args[0])).forEach(System.err::println);
    }

    /** The first fault with what caused it; without a fault the last lines. */
    static List<String> reasons(Path log) {
        try {
            return reasons(new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException none) {
            return List.of();
        }
    }

    static List<String> reasons(List<String> lines) {
        var found = new ArrayList<String>();
        for (var line : lines) {
            boolean entry = ENTRY.matcher(line).matches();
            if (found.isEmpty() ? FAULT.matcher(line).matches() : !entry && line.startsWith("Caused by:")) {
                found.add(shortened(line));
            } else if (!found.isEmpty() && entry) {
                break;
            }
        }
        var told = found.isEmpty()
                ? lines.stream().skip(Math.max(0, lines.size() - LINES))
                : found.stream().limit(LINES);
        return told.map(ServerLog::shortened).toList();
    }

    private static String shortened(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + " …";
    }
}
