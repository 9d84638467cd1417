package org.overread.monitoring.check;

/**
 * What came of one watched feature in some days.
 *
 * @param notAllowed values the plan does not allow
 */
public record FeatureCount(String name, long present, long missing, long notAllowed) {}
