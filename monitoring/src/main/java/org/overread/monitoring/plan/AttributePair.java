package org.overread.monitoring.plan;

/** Two attributes whose combined groups are watched, such as {@code sex} with {@code race}. */
public record AttributePair(String first, String second) {}
