package org.overread.web.body;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a body must keep to.
 *
 * @param mostBytes as it comes over the wire
 * @param leastPerSecond bytes per second of the time that is spent waiting for it; what the server takes itself does not
 *     count against the sender
 * @param window over so much waiting the rate is taken, the first as well as each that follows
 * @param whole from the first byte to the last
 */
record BodyRule(long mostBytes, int leastPerSecond, Duration window, Duration whole) {
    private static final Pattern UPLOADS =
            Pattern.compile("/api/v1/models/[^/]+/versions/[^/]+/(predictions|outcomes)/?|/VAADIN/dynamic/resource/.*");

    /** More than any call but an upload takes; each says so itself, in words of its own. */
    private static final long MOST_BYTES = 20L << 20;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofMinutes(2);

    /** Two rules: one for uploads of any size, one for everything else; and how fast answers are to be read. */
    record Rules(BodyRule uploads, BodyRule others) {
        BodyRule answers() {
            return new BodyRule(Long.MAX_VALUE, others.leastPerSecond(), others.window(), A_DAY);
        }

        /**
         * As the installation sets it in {@code OVERREAD_UPLOAD_LEAST_RATE} (bytes per second), {@code OVERREAD_UPLOAD_WINDOW}
         * (seconds) and {@code OVERREAD_UPLOAD_MINUTES}.
         *
         * @throws IllegalArgumentException naming the variable that is no such number
         */
        static Rules of(Map<String, String> environment) {
            int rate = number(environment, "OVERREAD_UPLOAD_LEAST_RATE", 1024);
            var window = Duration.ofSeconds(number(environment, "OVERREAD_UPLOAD_WINDOW", 10));
            var whole = Duration.ofMinutes(number(environment, "OVERREAD_UPLOAD_MINUTES", 120));
            return new Rules(
                    new BodyRule(Long.MAX_VALUE, rate, window, whole), new BodyRule(MOST_BYTES, rate, window, SHORT));
        }

        /** The one that holds at that address. */
        BodyRule at(String path) {
            return UPLOADS.matcher(path).matches() ? uploads : others;
        }
    }

    private static int number(Map<String, String> environment, String name, int usual) {
        var set = environment.getOrDefault(name, "").strip();
        if (!set.isEmpty() && !set.matches("[1-9]\\d{0,7}")) {
            throw new IllegalArgumentException(name + " must be a whole number from 1, not " + set);
        }
        return set.isEmpty() ? usual : Integer.parseInt(set);
    }
}
