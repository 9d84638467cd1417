package org.overread.monitoring.plan;

import java.time.LocalDate;

/**
 * The days on which a site had predictions, UTC.
 *
 * @param first the first of them
 * @param last the last of them
 * @param days how many they are, at least 1
 */
public record SiteDays(String site, LocalDate first, LocalDate last, long days) {}
