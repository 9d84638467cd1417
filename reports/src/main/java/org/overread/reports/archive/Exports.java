package org.overread.reports.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.reports.document.Document;
import org.overread.reports.dossier.DossierDocument;
import org.overread.reports.dossier.Dossiers;
import org.overread.reports.excel.ExcelWriter;

/**
 * Produces reports, keeps each as it was handed out, and hands it out again. Each time one is produced or leaves the
 * product it is recorded who did it, by which filter, and how many rows it holds.
 */
@ApplicationScoped
@Transactional
public class Exports {
    /** How many reports are looked through for the list, the last ones. */
    public static final int NEWEST = 1_000;

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    Dossiers dossiers;

    @Inject
    AuditLog log;

    @Inject
    ReportArchive archive;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** A report on its way out; whoever takes it closes the bytes. */
    public record Handed(ArchivedReport report, InputStream bytes) {}

    /** What a report is about, and how the audit trail speaks of it. */
    private record About(ReportKind kind, String subjectType, String subject, Place place, String name, String words) {}

    /** Produces the workbook of one promotion. */
    public ArchivedReport promotionWorkbook(Actor actor, UUID promotion) {
        var placed = dossiers.placed(actor, promotion);
        var dossier = placed.dossier();
        var request = dossier.request();
        var about = new About(
                ReportKind.PROMOTION_WORKBOOK,
                "promotion",
                promotion.toString(),
                placed.place(),
                "promotion-%s-%d-%s".formatted(request.model(), request.version(), request.site()),
                "the workbook of the request to bring " + request.sentence());
        return keep(actor, about, DossierDocument.of(dossier), new AtomicLong(dossier.rows()), Map.of());
    }

    /** Produces a workbook of the entries of the audit trail that the actor may see, oldest first. */
    public ArchivedReport auditWorkbook(Actor actor, AuditFilter filter) {
        actor.mustBeAllowedSomewhere(Permission.EXPORT_REPORTS);
        var reach = AuditReach.of(actor);
        var place = heldBy(filter, reach);
        actor.mustBeAllowed(Permission.EXPORT_REPORTS, place);
        actor.mustBeAllowed(Permission.READ_AUDIT, place);
        var rows = new AtomicLong();
        var facts = AuditDocument.facts(filter);
        var document = AuditDocument.of(facts, log.head().orElse(AuditHead.EMPTY), to -> {
            try (var entries = log.oldest(filter, reach)) {
                entries.peek(_ -> rows.incrementAndGet()).forEach(to);
            }
        });
        var about = new About(
                ReportKind.AUDIT_WORKBOOK,
                "audit-trail",
                "audit-trail",
                place,
                "audit-trail",
                "a workbook of the audit trail");
        return keep(actor, about, document, rows, facts);
    }

    /** What a workbook of the audit trail holds: of one model, or of all there are. */
    private static Place heldBy(AuditFilter filter, AuditReach reach) {
        var models = reach.models();
        if (filter.model() != null || models == null) {
            return new Place(filter.model(), null, null);
        }
        GovernanceException.refuse(
                "This workbook cannot be produced yet.",
                new FieldProblems()
                        .when(models.size() != 1, "model", "must be named, since your right ends at some models")
                        .list());
        return new Place(models.iterator().next(), null, null);
    }

    /** What was produced last and the actor may read, newest first. */
    public List<ArchivedReport> produced(Actor actor) {
        actor.mustBeAllowedSomewhere(Permission.EXPORT_REPORTS);
        return archive.newest(NEWEST).stream()
                .filter(report -> readable(actor, report))
                .toList();
    }

    /**
     * Hands out a report again, byte for byte.
     *
     * @throws GovernanceException when there is none, the actor may not read it, or it is no longer as it was produced
     */
    public Handed hand(Actor actor, UUID id) {
        var report = archive.find(id)
                .filter(found -> readable(actor, found))
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such report."));
        var file = ReportFile.of(to -> archive.copy(id, to));
        if (!file.sha256().equals(report.sha256())) {
            file.close();
            throw new GovernanceException(
                    ErrorCode.CONFLICT, "This report is no longer as it was produced, so it is not handed out.");
        }
        trail.append(
                actor,
                new Deed(
                        "report.downloaded",
                        "report",
                        id.toString(),
                        report.place().model(),
                        "took a copy of the report " + report.fileName(),
                        Map.of("sha256", report.sha256().hex(), "rows", String.valueOf(report.rows()))));
        return new Handed(report, file.openOnce());
    }

    private ArchivedReport keep(
            Actor actor, About about, Document document, AtomicLong rows, Map<String, String> filter) {
        try (var file = ReportFile.of(to -> new ExcelWriter().write(document, to));
                var bytes = file.open()) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var report = new ArchivedReport(
                    TimeOrderedIds.next(),
                    about.kind(),
                    about.subject(),
                    about.place(),
                    about.name() + "-"
                            + now.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".xlsx",
                    EXCEL,
                    actor.id(),
                    actor.name(),
                    now,
                    rows.get(),
                    file.size(),
                    file.sha256());
            archive.add(report, bytes);
            record(actor, about, report, filter);
            return report;
        } catch (IOException e) {
            throw ReportFile.broken(e);
        }
    }

    private void record(Actor actor, About about, ArchivedReport report, Map<String, String> filter) {
        var details = new TreeMap<>(filter);
        details.put("report", report.id().toString());
        details.put("rows", String.valueOf(report.rows()));
        details.put("sha256", report.sha256().hex());
        var sentence = "exported " + about.words() + ", " + report.rows() + " rows";
        trail.append(
                actor,
                new Deed(
                        "report.produced",
                        about.subjectType(),
                        about.subject(),
                        about.place().model(),
                        sentence,
                        details));
    }

    private static boolean readable(Actor actor, ArchivedReport report) {
        return actor.may(Permission.EXPORT_REPORTS, report.place())
                && switch (report.kind()) {
                    case PROMOTION_WORKBOOK -> true;
                    case AUDIT_WORKBOOK -> actor.may(Permission.READ_AUDIT, report.place());
                };
    }
}
