package org.overread.monitoring.notify;

import java.time.Instant;

/**
 * One try to deliver.
 *
 * @param number from 1, over all tries
 * @param words what came of it
 */
public record Attempt(int number, Instant at, boolean delivered, String words) {}
