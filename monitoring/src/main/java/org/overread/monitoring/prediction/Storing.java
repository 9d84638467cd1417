package org.overread.monitoring.prediction;

/** A batch on its way into the log. Lines that contradict what is known are added to the refusals. */
public interface Storing<T> extends AutoCloseable {
    /** The number of the batch. */
    int batch();

    void add(long line, T value);

    /** Sends what is left and tells how many lines were new. */
    Stored finish();

    /** Lets go of what the batch holds; what is not finished is undone with the transaction. */
    @Override
    void close();

    /**
     * What became of the lines that were added; the rest of them is among the refusals.
     *
     * @param outcomesAdded predictions that were known without an outcome and have one now
     */
    record Stored(long stored, long duplicates, long outcomesAdded) {}
}
