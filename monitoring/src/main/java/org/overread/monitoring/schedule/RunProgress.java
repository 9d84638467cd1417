package org.overread.monitoring.schedule;

/** Told how far a run has come. */
public interface RunProgress {
    RunProgress SILENT = (_, _) -> {};

    /** @param done sources of checks that have answered, of all there are */
    void at(int done, int all);
}
