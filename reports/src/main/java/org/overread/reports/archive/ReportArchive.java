package org.overread.reports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where produced reports rest, for good. */
public interface ReportArchive {
    /** Keeps the report with its bytes, which are read once and a piece at a time. */
    void add(ArchivedReport report, InputStream bytes) throws IOException;

    Optional<ArchivedReport> find(UUID id);

    /** What was produced last, newest first. */
    List<ArchivedReport> newest(int limit);

    /** Writes the bytes of the report, a piece at a time. */
    void copy(UUID id, OutputStream to) throws IOException;
}
