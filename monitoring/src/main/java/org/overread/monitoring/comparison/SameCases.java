package org.overread.monitoring.comparison;

import org.overread.monitoring.performance.Window;
import org.overread.registry.ModelVersionId;

/** Finds the cases that two versions both scored. */
public interface SameCases {
    /**
     * The cases within a window: those of the same prediction id and patient; if there are none, those of the same
     * patient at the same time, where each version has only one.
     */
    PairedCases of(ModelVersionId version, ModelVersionId other, Window window);
}
