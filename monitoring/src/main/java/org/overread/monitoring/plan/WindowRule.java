package org.overread.monitoring.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.overread.registry.FieldProblems;

/**
 * Which windows are judged, and how many of the last ones must break a limit before it counts: {@code breached} of
 * {@code of}. One bad week is noise; so it takes more than one to raise an alert.
 */
public record WindowRule(WindowLength length, int breached, int of) {
    private static final int MOST = 24;

    /**
     * The last whole windows that ended before that day, the oldest first.
     *
     * @param day the first day that must not be judged yet
     */
    public List<Days> last(int count, LocalDate day) {
        var end = length.start(day);
        return IntStream.range(0, count)
                .mapToObj(i -> new Days(length.back(end, count - i), length.back(end, count - i - 1)))
                .toList();
    }

    /**
     * The days of one window.
     *
     * @param from the first day, UTC
     * @param to the day after the last
     */
    public record Days(LocalDate from, LocalDate to) {}

    /** Such as {@code 2 of the last 3 weeks}. */
    public String words() {
        return of == 1 ? "the last " + length.word() : "%d of the last %d %ss".formatted(breached, of, length.word());
    }

    void tell(FieldProblems problems) {
        problems.present("windows.length", length)
                .when(of < 1 || of > MOST, "windows.of", "must be from 1 to " + MOST)
                .when(breached < 1 || breached > of, "windows.breached", "must be from 1 to the number of windows");
    }
}
