package org.overread.monitoring.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The figure of one window.
 *
 * @param from the first day, UTC
 * @param to the day after the last
 * @param value null when there is none
 * @param low the interval; null without one
 * @param n what it was counted over; null when hidden
 */
public record CheckPoint(
        LocalDate from,
        LocalDate to,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Long n) {}
