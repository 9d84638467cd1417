package org.overread.reports.archive;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.Place;

/**
 * A report that was produced, as it is kept; its bytes never change.
 *
 * @param subject the id of what it is about
 * @param place the model, department and site it is about, for questions of who may read it
 * @param producedBy the id of whoever produced it
 * @param rows how many rows of the record it tells
 * @param size in bytes
 * @param sha256 over those bytes
 */
public record ArchivedReport(
        UUID id,
        ReportKind kind,
        String subject,
        Place place,
        String fileName,
        String mediaType,
        String producedBy,
        String producedByName,
        Instant producedAt,
        long rows,
        long size,
        Digest sha256) {}
