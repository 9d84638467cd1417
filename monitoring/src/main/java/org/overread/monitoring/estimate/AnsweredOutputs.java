package org.overread.monitoring.estimate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Window;
import org.overread.registry.ModelVersionId;

/** Reads predictions with a known outcome beside whether somebody acted on them. */
public interface AnsweredOutputs {
    /**
     * The cases of a window.
     *
     * @param actedOn the ids of the predictions that somebody acted on
     * @return null when there are more than {@code most}
     */
    @Nullable AnsweredCases of(ModelVersionId version, Window window, Collection<String> actedOn, int most);
}
