package org.overread.monitoring.prediction;

/** Takes what a reader could make of a body, line by line and in the order of the lines. */
public interface LineSink<T> {
    /** One line was good. */
    void read(long line, T value);

    /** One line was refused; reading goes on. */
    void refused(LineProblem problem);
}
