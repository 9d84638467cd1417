package org.overread.reports.archive.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.Place;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.ReportKind;

/** A produced report at rest, without its bytes. */
@Entity
@Table(schema = "reports", name = "archive")
class ArchiveRow {
    @Id
    UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    ReportKind kind = ReportKind.PROMOTION_WORKBOOK;

    String subject = "";

    @Nullable String model;

    @Nullable String department;

    @Nullable String site;

    @Column(name = "file_name")
    String fileName = "";

    @Column(name = "media_type")
    String mediaType = "";

    @Column(name = "produced_by")
    String producedBy = "";

    @Column(name = "produced_by_name")
    String producedByName = "";

    @Column(name = "produced_at")
    Instant producedAt = Instant.EPOCH;

    long rows;
    long size;
    String sha256 = "";

    static ArchiveRow of(ArchivedReport report) {
        var row = new ArchiveRow();
        row.id = report.id();
        row.kind = report.kind();
        row.subject = report.subject();
        row.model = report.place().model();
        row.department = report.place().department();
        row.site = report.place().site();
        row.fileName = report.fileName();
        row.mediaType = report.mediaType();
        row.producedBy = report.producedBy();
        row.producedByName = report.producedByName();
        row.producedAt = report.producedAt();
        row.rows = report.rows();
        row.size = report.size();
        row.sha256 = report.sha256().hex();
        return row;
    }

    ArchivedReport report() {
        return new ArchivedReport(
                id,
                kind,
                subject,
                new Place(model, department, site),
                fileName,
                mediaType,
                producedBy,
                producedByName,
                producedAt,
                rows,
                size,
                new Digest(sha256));
    }
}
