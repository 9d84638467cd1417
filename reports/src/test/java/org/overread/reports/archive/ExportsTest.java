package org.overread.reports.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.review.ReviewFixtures.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.reports.document.Cell;
import org.overread.reports.dossier.DossierFixtures;
import org.overread.reports.dossier.DossiersOn;
import org.overread.reports.excel.Reread;

class ExportsTest {
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);
    private static final Actor.Person OWNER = Actors.person("olga", Role.MODEL_OWNER);

    private final InMemoryTrail trail = DossierFixtures.trail();
    private final InMemoryArchive archive = new InMemoryArchive();
    private final Exports exports = new Exports();

    @BeforeEach
    void wire() {
        exports.dossiers = DossiersOn.promotion(DossierFixtures.promotion(goodEvidence(), "Agreed"), trail);
        exports.log = trail;
        exports.archive = archive;
        exports.trail = trail;
        exports.clock = () -> NOON.plusSeconds(900);
    }

    @Test
    @DisplayName("E1: a workbook is kept as it was produced, with the SHA-256 of its bytes")
    void keepsWhatItProduces() {
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);
        var bytes = archive.bytes(report.id());

        assertThat(report)
                .isEqualTo(new ArchivedReport(
                        report.id(),
                        ReportKind.PROMOTION_WORKBOOK,
                        DossierFixtures.REQUEST.toString(),
                        new Place("sepsis", "emergency", "north"),
                        "promotion-sepsis-2-north-2026-05-04T121500Z.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        CORA.id(),
                        CORA.name(),
                        NOON.plusSeconds(900),
                        14,
                        bytes.length,
                        Digest.of(bytes)));
        assertThat(Reread.of(bytes).sheets()).contains("Summary", "Criteria", "Signatures", "Audit");
        assertThat(exports.produced(CORA)).containsExactly(report);
    }

    @Test
    @DisplayName("G5: an export is recorded with who, what and how many rows, in the trail of that promotion")
    void recordsWhatWasExported() {
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);

        var entry = last();
        assertThat(entry.actorId()).isEqualTo(CORA.id());
        assertThat(entry.action()).isEqualTo("report.produced");
        assertThat(entry.subjectId()).isEqualTo(DossierFixtures.REQUEST.toString());
        assertThat(entry.model()).isEqualTo("sepsis");
        assertThat(entry.sentence())
                .isEqualTo("exported the workbook of the request to bring sepsis/2 from Silent run to Pilot at north,"
                        + " 14 rows");
        assertThat(entry.details())
                .containsEntry("rows", "14")
                .containsEntry("report", report.id().toString())
                .containsEntry("sha256", report.sha256().hex());
    }

    @Test
    @DisplayName("G5: an export of the audit trail is recorded with its filter")
    void exportsTheAuditTrailAndRecordsItsFilter() {
        var filter = new AuditFilter("sepsis", null, "promotion", null, NOON.plusSeconds(500), null);

        var report = exports.auditWorkbook(CORA, filter);

        assertThat(report.rows()).isEqualTo(3);
        assertThat(last().sentence()).isEqualTo("exported a workbook of the audit trail, 3 rows");
        assertThat(last().details())
                .containsEntry("model", "sepsis")
                .containsEntry("action", "promotion")
                .containsEntry("to", "2026-05-04T12:08:20.123456Z")
                .containsEntry("rows", "3");
        var reread = Reread.of(archive.bytes(report.id()));
        assertThat(reread.rows("About"))
                .contains(List.of(Cell.text("Only model"), Cell.text("sepsis")))
                .contains(List.of(Cell.text("Entries in the whole trail"), Cell.count(4)));
        assertThat(reread.rows("Audit")).hasSize(1 + 3);
    }

    @Test
    @DisplayName("G5: each time a report leaves the product it is recorded")
    void recordsEachCopyThatIsTaken() throws IOException {
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);

        try (var bytes = exports.hand(CORA, report.id()).bytes()) {
            assertThat(Digest.of(bytes.readAllBytes())).isEqualTo(report.sha256());
        }

        assertThat(last().action()).isEqualTo("report.downloaded");
        assertThat(last().sentence()).isEqualTo("took a copy of the report " + report.fileName());
    }

    @Test
    void handsOutNothingThatIsNoLongerAsItWasProduced() {
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);
        archive.alter(report.id());

        assertThatThrownBy(() -> exports.hand(CORA, report.id()))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessage("This report is no longer as it was produced, so it is not handed out.");
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        var before = temporaryFiles();
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);
        exports.hand(CORA, report.id()).bytes().close();

        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "G1: whoever may not export learns nothing, and who reads the promotion is told that exporting is not theirs")
    void exportsOnlyForThoseWhoMay() {
        refused(() -> exports.promotionWorkbook(OWNER, DossierFixtures.REQUEST), ErrorCode.NOT_ALLOWED);
        refused(
                () -> exports.auditWorkbook(Actors.person("chair", Role.CHAIR), AuditFilter.ALL),
                ErrorCode.NOT_ALLOWED);
        refused(() -> exports.produced(OWNER), ErrorCode.NOT_ALLOWED);
        refused(() -> exports.hand(OWNER, new UUID(0, 0)), ErrorCode.NOT_FOUND);
        assertThat(trail.count(new AuditFilter(null, null, "report", null, null, null), AuditReach.EVERYTHING))
                .isZero();
    }

    @Test
    @DisplayName("G1: a report about one department is not found by those of another")
    void showsReportsOnlyWhereTheRightReaches() {
        var report = exports.promotionWorkbook(CORA, DossierFixtures.REQUEST);
        var oncology = Actors.within(new Scope(null, "Oncology", null), "otto", Role.COMPLIANCE);

        assertThat(exports.produced(oncology)).isEmpty();
        refused(() -> exports.hand(oncology, report.id()), ErrorCode.NOT_FOUND);
        refused(() -> exports.promotionWorkbook(oncology, DossierFixtures.REQUEST), ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("G1: an audit workbook is read by who produced it and by those who may read all of the trail")
    void keepsAuditWorkbooksFromThoseWhoSeeOnlyPartOfTheTrail() {
        var all = exports.auditWorkbook(CORA, AuditFilter.ALL);
        var sepsisOnly = Actors.within(new Scope("sepsis", null, null), "sam", Role.COMPLIANCE);
        var chair = Actors.person("chair", Role.CHAIR);
        var own = exports.auditWorkbook(sepsisOnly, AuditFilter.ALL);

        assertThat(exports.produced(CORA)).containsExactly(own, all);
        assertThat(exports.produced(sepsisOnly)).containsExactly(own);
        assertThat(exports.produced(chair)).isEmpty();
    }

    @Test
    void isOpenToMachinesWithTheScopeForExports() {
        var machine = Actors.machine("m1", Scope.EVERYWHERE, ApiScope.EXPORT);

        assertThat(exports.promotionWorkbook(machine, DossierFixtures.REQUEST).producedBy())
                .isEqualTo("m1");
    }

    @Test
    @DisplayName("G1: nothing is exported, or handed out again, with the role of a minute ago")
    void asksForTheRightsOfTheMoment() {
        var rights = GivenRights.of(Set.of(new Grant(Role.COMPLIANCE, Scope.EVERYWHERE)));
        var sam = Actors.with(rights, "sam");
        var report = exports.promotionWorkbook(sam, DossierFixtures.REQUEST);

        rights.end();

        refused(() -> exports.promotionWorkbook(sam, DossierFixtures.REQUEST), ErrorCode.NOT_ALLOWED);
        refused(() -> exports.auditWorkbook(sam, AuditFilter.ALL), ErrorCode.NOT_ALLOWED);
        refused(() -> exports.hand(sam, report.id()), ErrorCode.NOT_FOUND);
        refused(() -> exports.produced(sam), ErrorCode.NOT_ALLOWED);
    }

    private AuditEntry last() {
        return trail.newest(AuditFilter.ALL, AuditReach.EVERYTHING, 0, 1).getFirst();
    }

    private static void refused(Runnable attempt, ErrorCode code) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("overread-report-"))
                    .sorted()
                    .toList();
        }
    }
}
