package org.overread.reports.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.Digest;
import org.overread.registry.Place;
import org.overread.registry.testing.StoreTest;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.ReportKind;

class JpaReportArchiveTest extends StoreTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");

    private final JpaReportArchive archive = new JpaReportArchive();

    JpaReportArchiveTest() {
        super("reports");
    }

    @BeforeEach
    void open() {
        archive.entities = entities();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, JpaReportArchive.PART - 1, JpaReportArchive.PART, 2 * JpaReportArchive.PART + 3})
    void keepsEveryByteOfEverySize(int size) {
        var bytes = bytes(size);
        var report = report(1, NOON, bytes);

        add(report, bytes);

        assertThat(archive.find(report.id())).contains(report);
        assertThat(read(report.id())).isEqualTo(bytes);
    }

    @Test
    void keepsAReportThatIsAboutNoModelInParticular() {
        var report = new ArchivedReport(
                new UUID(0, 1),
                ReportKind.AUDIT_WORKBOOK,
                "audit-trail",
                Place.EVERYWHERE,
                "audit.xlsx",
                "application/x",
                "someone",
                "Some One",
                NOON,
                0,
                0,
                Digest.of(""));

        add(report, new byte[0]);

        assertThat(archive.find(report.id())).contains(report);
    }

    @Test
    void listsTheNewestFirst() {
        var older = report(1, NOON, bytes(1));
        var newer = report(2, NOON.plusSeconds(1), bytes(2));
        add(older, bytes(1));
        add(newer, bytes(2));

        assertThat(archive.newest(10)).containsExactly(newer, older);
        assertThat(archive.newest(1)).containsExactly(newer);
    }

    @Test
    void doesNotKnowWhatWasNeverKept() {
        assertThat(archive.find(new UUID(9, 9))).isEmpty();
        assertThat(read(new UUID(9, 9))).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("E1: a produced report stays as it was handed out, whoever would change it")
    @ValueSource(
            strings = {
                "UPDATE reports.archive SET sha256 = 'x'",
                "DELETE FROM reports.archive_part",
                "UPDATE reports.archive_part SET bytes = ''",
                "TRUNCATE reports.archive CASCADE"
            })
    void staysAsItWasHandedOut(String change) {
        add(report(1, NOON, bytes(10)), bytes(10));

        assertThatThrownBy(() -> asApplication(change))
                .message()
                .containsAnyOf("permission denied", "must be owner", "rows are kept");
        assertThatThrownBy(() -> asOwner(change)).hasMessageContaining("rows are kept");
    }

    private void add(ArchivedReport report, byte[] bytes) {
        inTransaction(() -> {
            try {
                archive.add(report, new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private byte[] read(UUID id) {
        var out = new ByteArrayOutputStream();
        try {
            archive.copy(id, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ArchivedReport report(int number, Instant at, byte[] bytes) {
        return new ArchivedReport(
                new UUID(0, number),
                ReportKind.PROMOTION_WORKBOOK,
                "promotion-" + number,
                new Place("sepsis", "Emergency", "north"),
                "promotion.xlsx",
                "application/x",
                "someone",
                "Some One",
                at,
                12,
                bytes.length,
                Digest.of(bytes));
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
