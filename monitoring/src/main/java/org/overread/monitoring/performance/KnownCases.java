package org.overread.monitoring.performance;

import org.overread.registry.ModelVersionId;

/** Reads the cases that figures of performance are computed from, one by one. */
public interface KnownCases {
    /** How many there are in the window, without reading them. */
    Basis count(ModelVersionId version, Window window);

    /**
     * Hands over each case in the window, the oldest first, holding only some of them at a time. Basis and cases are of
     * one moment, whatever is sent meanwhile.
     */
    void read(ModelVersionId version, Window window, Reader reader);

    /** Who takes the cases. */
    interface Reader {
        /** Told first, and once. */
        void begin(Basis basis);

        void take(KnownCase known);
    }

    /**
     * What there is in a window.
     *
     * @param predictions all of them
     * @param cases those with a score and a known outcome
     * @param untimed those of the cases of which nobody said when the outcome became known, or a time before the
     *     prediction
     * @param patients how many distinct patients the cases are about; each one without a patient counts as one
     */
    record Basis(long predictions, long cases, long untimed, long patients) {
        public static final Basis NOTHING = new Basis(0, 0, 0, 0);

        /** Whether it is known of every case when its outcome became known. */
        public boolean timed() {
            return untimed == 0;
        }
    }
}
