/**
 * Predictions in PostgreSQL: bodies are copied into a temporary table in pieces and moved on set by set. Start at {@link
 * org.overread.monitoring.prediction.store.JdbcPredictionLog}.
 */
@NullMarked
package org.overread.monitoring.prediction.store;

import org.jspecify.annotations.NullMarked;
