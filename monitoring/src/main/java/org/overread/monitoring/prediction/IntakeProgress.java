package org.overread.monitoring.prediction;

/** Is told from time to time how far an intake has come. */
@FunctionalInterface
public interface IntakeProgress {
    IntakeProgress SILENT = (lines, bytes) -> {};

    /**
     * @param lines lines read so far
     * @param bytes bytes received so far, as they came over the wire
     */
    void at(long lines, long bytes);
}
