package org.overread.monitoring.feedback;

import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.OutputKind;

/**
 * An output that waits for a clinician, as a line of a list.
 *
 * @param modelName the printed name of the model
 * @param score null when the output is no score, or has not been sent
 */
public record WaitingCard(
        Card card,
        String modelName,
        OutputKind kind,
        @Nullable Double score) {}
