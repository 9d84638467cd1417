package org.overread.monitoring.plan;

import java.time.LocalDate;

/**
 * How much was sent of a version on one UTC day.
 *
 * @param labelled predictions whose outcome is known by now
 * @param events those whose outcome is 1
 */
public record DayCount(LocalDate day, long predictions, long labelled, long events) {}
