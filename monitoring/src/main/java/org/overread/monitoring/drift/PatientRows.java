package org.overread.monitoring.drift;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/** Which patients the values of a version's predictions are of. */
public interface PatientRows {
    /**
     * Shows the predictions of a period one by one, until told that it is enough; of very many only some.
     *
     * @param site null for all sites
     */
    void read(ModelVersionId version, Period period, @Nullable String site, Reader reader);

    /** Looks at predictions. */
    interface Reader {
        /**
         * @param patient a key that is the same for the same patient
         * @return whether more is needed
         */
        boolean see(long patient, Map<String, String> features, @Nullable Double score, @Nullable Integer outcome);
    }
}
