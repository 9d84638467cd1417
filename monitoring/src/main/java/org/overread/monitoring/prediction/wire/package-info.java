/**
 * Reads bodies of predictions and outcomes, in CSV or NDJSON, line by line with flat memory. Works without a server.
 * Start at {@link org.overread.monitoring.prediction.wire.CsvPredictions}.
 */
@NullMarked
package org.overread.monitoring.prediction.wire;

import org.jspecify.annotations.NullMarked;
