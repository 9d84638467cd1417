package org.overread.migrations;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells somebody who waits that time passes and what is being done: on a screen in one line that changes, in a log in a
 * new line now and then. Times are in nanoseconds.
 */
final class Telling {
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Duration PAUSE_BETWEEN_STEPS = Duration.ofSeconds(10);

    private final String what;
    private final boolean screen;
    private final PrintStream out;
    private final long begun;
    private long told;
    private String step = "";
    private int width;

    Telling(String what, boolean screen, PrintStream out) {
        this(what, screen, out, System.nanoTime());
    }

    Telling(String what, boolean screen, PrintStream out, long begun) {
        this.what = what;
        this.screen = screen;
        this.out = out;
        this.begun = begun;
        this.told = begun;
    }

    void tell(long now, String current) {
        var pause = current.equals(step) ? PAUSE : PAUSE_BETWEEN_STEPS;
        if (screen || now - told >= pause.toNanos()) {
            told = now;
            step = current;
            write("  " + what + " … " + Duration.ofNanos(now - begun).toSeconds() + " s"
                    + (current.isEmpty() ? "" : ": " + current));
        }
    }

    /** Leaves the line that was written over. */
    void end() {
        if (screen && width > 0) {
            out.println();
        }
    }

    private void write(String line) {
        if (screen) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }
}
