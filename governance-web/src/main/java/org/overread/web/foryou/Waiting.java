package org.overread.web.foryou;

import java.time.Instant;

/**
 * One thing that waits for a person.
 *
 * @param sentence what waits, in words that make sense without the page behind them
 * @param link where it is done, an address within the product without a leading slash
 * @param since when it began to wait
 */
public record Waiting(String sentence, String link, Instant since) {}
