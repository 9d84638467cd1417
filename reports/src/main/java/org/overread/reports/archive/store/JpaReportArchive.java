package org.overread.reports.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.ReportArchive;

/** Keeps reports in pieces of one megabyte. */
@ApplicationScoped
class JpaReportArchive implements ReportArchive {
    static final int PART = 1 << 20;

    @PersistenceContext(unitName = "reports")
    EntityManager entities;

    @Override
    public void add(ArchivedReport report, InputStream bytes) throws IOException {
        entities.persist(ArchiveRow.of(report));
        entities.flush();
        int number = 1;
        for (var part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
            entities.createNativeQuery(
                            "INSERT INTO reports.archive_part (report, number, bytes) VALUES (:report, :number, :bytes)")
                    .setParameter("report", report.id())
                    .setParameter("number", number++)
                    .setParameter("bytes", part)
                    .executeUpdate();
        }
    }

    @Override
    public Optional<ArchivedReport> find(UUID id) {
        return Optional.ofNullable(entities.find(ArchiveRow.class, id)).map(ArchiveRow::report);
    }

    @Override
    public List<ArchivedReport> newest(int limit) {
        return entities
                .createQuery("select r from ArchiveRow r order by r.producedAt desc, r.id", ArchiveRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ArchiveRow::report)
                .toList();
    }

    @Override
    public void copy(UUID id, OutputStream to) throws IOException {
        int number = 1;
        for (var part = part(id, number); part.isPresent(); part = part(id, ++number)) {
            to.write(part.get());
        }
    }

    private Optional<byte[]> part(UUID id, int number) {
        List<?> found = entities.createNativeQuery(
                        "SELECT bytes FROM reports.archive_part WHERE report = :report AND number = :number",
                        byte[].class)
                .setParameter("report", id)
                .setParameter("number", number)
                .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }
}
