package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.util.List;

/** One of the two things that profiles hold: how it is read from them, and how it is made of predictions. */
interface Content<T> {
    /** The column of the profiles. */
    String column();

    /** @param mostOfOnePatient no patient has more of the predictions than so many */
    T decoded(byte[] bytes, long mostOfOnePatient);

    T merged(List<T> parts);

    /** Whether payloads are needed to make it: then days whose payloads went are known from their profiles only. */
    boolean ofPayloads();

    /** What {@link Rows#add} reads of a prediction. */
    String columns();

    Rows<T> rows();

    /** Predictions on their way into a profile. */
    interface Rows<T> {
        void add(CopyOut row) throws IOException;

        T made();
    }
}
