package org.overread.reports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Produced reports kept in memory. */
public final class InMemoryArchive implements ReportArchive {
    private final Map<UUID, ArchivedReport> reports = new LinkedHashMap<>();
    private final Map<UUID, byte[]> contents = new LinkedHashMap<>();

    @Override
    public void add(ArchivedReport report, InputStream bytes) throws IOException {
        reports.put(report.id(), report);
        contents.put(report.id(), bytes.readAllBytes());
    }

    @Override
    public Optional<ArchivedReport> find(UUID id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public List<ArchivedReport> newest(int limit) {
        return List.copyOf(reports.values()).reversed().stream().limit(limit).toList();
    }

    @Override
    public void copy(UUID id, OutputStream to) throws IOException {
        to.write(bytes(id));
    }

    public byte[] bytes(UUID id) {
        return Objects.requireNonNull(contents.get(id));
    }

    /** What somebody who owns the database could do. */
    void alter(UUID id) {
        bytes(id)[100] ^= 1;
    }
}
