package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.overread.registry.Digest;
import org.overread.registry.Permission;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.Exports;
import org.overread.reports.archive.ReportKind;
import org.overread.web.api.contract.Answer;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Produces workbooks, and hands out those that were produced. */
@Chapter("Reports")
@Path("/reports")
@RequestScoped
public class ReportsResource {
    @Inject
    CurrentActor current;

    @Inject
    Exports exports;

    /**
     * A produced report.
     *
     * @param subject the id of what it is about
     * @param size in bytes
     */
    public record Report(
            String id,
            ReportKind kind,
            String subject,
            String fileName,
            String mediaType,
            String producedBy,
            Instant producedAt,
            long rows,
            long size,
            String sha256) {
        static Report of(ArchivedReport report) {
            return new Report(
                    report.id().toString(),
                    report.kind(),
                    report.subject(),
                    report.fileName(),
                    report.mediaType(),
                    report.producedByName(),
                    report.producedAt(),
                    report.rows(),
                    report.size(),
                    report.sha256().hex());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            id = "listReports",
            says = "Reports produced so far, newest first",
            needs = Permission.EXPORT_REPORTS,
            reach = Reach.SOMEWHERE)
    public List<Report> reports() {
        return exports.produced(current.actor()).stream().map(Report::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(
            id = "getReport",
            says = "A produced report again, byte for byte",
            needs = Permission.EXPORT_REPORTS,
            conflicts = true,
            more = "The header Repr-Digest carries its SHA-256")
    @Answer(says = "The file", file = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response report(@PathParam("id") String id) {
        return handed(exports.hand(current.actor(), Parameters.id(id)));
    }

    static Response handed(Exports.Handed handed) {
        var report = handed.report();
        return attachment(report.mediaType(), report.fileName(), report.size(), report.sha256(), handed.bytes());
    }

    /** A file to be kept, with its length and the digest over its bytes; they are closed once they are sent. */
    static Response attachment(String mediaType, String fileName, long size, Digest sha256, InputStream bytes) {
        StreamingOutput sending = to -> {
            try (bytes) {
                bytes.transferTo(to);
            }
        };
        return Response.ok(sending, mediaType)
                .header("Content-Length", size)
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .header("Repr-Digest", "sha-256=:" + base64(sha256.hex()) + ":")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
