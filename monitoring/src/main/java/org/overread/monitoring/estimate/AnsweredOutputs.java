package org.overread.monitoring.estimate;

import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Window;
import org.overread.registry.ModelVersionId;

/** Reads predictions with a known outcome beside whether somebody acted on them. */
public interface AnsweredOutputs {
    /**
     * The cases of a window. Somebody acted on those whose card was accepted at last.
     *
     * @return null when there are more than {@code most}
     */
    @Nullable AnsweredCases of(ModelVersionId version, Window window, int most);
}
