package org.overread.registry.catalog;

import java.time.Instant;
import org.overread.registry.ModelVersionId;

/**
 * A row among the steps that no decision and no stop has put there. It counts for nothing: the version is not live by
 * it, and nothing that is live ends by it; but it is told, and no version of the model goes on at that site meanwhile.
 *
 * @param seq the number of the row
 * @param by what the row names as whoever did it
 */
public record Stray(long seq, ModelVersionId version, String site, Stage stage, Instant at, String by) {}
