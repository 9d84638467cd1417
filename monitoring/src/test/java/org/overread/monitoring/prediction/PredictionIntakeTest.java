package org.overread.monitoring.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.BodyFormat.CSV;
import static org.overread.monitoring.prediction.BodyFormat.NDJSON;
import static org.overread.monitoring.prediction.IntakeBench.MACHINE;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.integrity.DeclaredFeature;
import org.overread.monitoring.integrity.FeedDay;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.monitoring.integrity.IntegrityKind;
import org.overread.monitoring.integrity.ReceivedBatch;
import org.overread.monitoring.integrity.store.IntegrityStores;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.ApiScope;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Rights.TokenRights;
import org.overread.registry.Scope;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.GivenRights;
import org.overread.registry.testing.RecordingAuditTrail;

class PredictionIntakeTest {
    private static final String HEADER =
            "prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.sex,feature.age\n";
    private final IntakeBench bench = new IntakeBench();

    @Test
    @DisplayName(
            "F5: of 10,000 rows with 7 bad ones 9,993 are stored and 7 listed with line, field and reason; again: none added")
    void storesTheGoodAndListsTheBad() {
        var body = tenThousandRowsWithSevenBad();

        var first = bench.send(CSV, body);

        assertThat(first)
                .returns(10_000L, Receipt::received)
                .returns(9_993L, Receipt::stored)
                .returns(0L, Receipt::duplicates)
                .returns(7L, Receipt::rejected);
        assertThat(first.problems())
                .extracting(LineProblem::line, LineProblem::field, LineProblem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                11L, "score", "must be a number from 0 to 1 with a decimal point, or empty"),
                        org.assertj.core.groups.Tuple.tuple(
                                112L, "score", "must be a number from 0 to 1 with a decimal point, or empty"),
                        org.assertj.core.groups.Tuple.tuple(
                                1013L, "outcome", "must be 0 or 1, or empty while it is not known"),
                        org.assertj.core.groups.Tuple.tuple(
                                5_014L, "occurredAt", "is not a time: write it in UTC like 2025-03-01T10:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple(
                                6_015L, "predictionId", "is missing: give the id under which you know it"),
                        org.assertj.core.groups.Tuple.tuple(
                                7_016L, "line", "has 9 values for 8 columns: quote a value that holds a comma"),
                        org.assertj.core.groups.Tuple.tuple(
                                10_001L,
                                "predictionId",
                                "conflict: this id is stored with other content; give a correction its own id"));
        bench.holds(9_993);

        var again = bench.send(CSV, body);

        assertThat(again)
                .returns(10_000L, Receipt::received)
                .returns(0L, Receipt::stored)
                .returns(9_993L, Receipt::duplicates)
                .returns(7L, Receipt::rejected)
                .returns(first.problems(), Receipt::problems);
        bench.holds(9_993);
    }

    @Test
    void storesEveryFieldAsItWasSent() {
        bench.send(NDJSON, """
                {"predictionId":"p-1","occurredAt":"2025-03-01T10:00:00.123456Z","patientRef":"x9","site":"Zürich",\
                "score":0.31,"subgroups":{"sex":"Female","age_band":"70-80"},"features":{"b":"\\"Up\\"","a":4.10},\
                "outcome":1,"text":"two\\nlines","latencyMs":41}
                {"predictionId":"p-2","occurredAt":"2025-03-01T10:00:00Z"}
                """);

        assertThat(bench.rows("""
                        SELECT model, version, prediction_id, occurred_at AT TIME ZONE 'UTC', patient_ref, site, score,
                            outcome, group_values, features, replace(body, chr(10), '/'), latency_ms, batch, line,
                            outcome_batch, outcome_known_at
                        FROM monitoring.prediction p JOIN monitoring.series s ON s.id = p.series
                        JOIN monitoring.slice l ON l.id = p.slice ORDER BY line"""))
                .containsExactly(
                        "sepsis|2|p-1|2025-03-01 10:00:00.123456|x9|Zürich|0.31|1"
                                + "|{\"age_band\":\"70-80\",\"sex\":\"Female\"}|{\"a\":\"4.10\",\"b\":\"\\\"Up\\\"\"}"
                                + "|two/lines|41|1|1|1|null",
                        "sepsis|2|p-2|2025-03-01 10:00:00|null|null|null|null|{}|null|null|null|1|2|null|null");
    }

    @Test
    void keepsTheHashesThatTellContentsApartForEver() {
        bench.send(CSV, HEADER + "p-1,2025-03-01T10:00:00Z,x9,north,0.31,,F,70\n");

        // python: struct.unpack('>q', hashlib.sha256(b'x9').digest()[:8])
        assertThat(bench.rows("SELECT patient_key, content_hash FROM monitoring.prediction"))
                .containsExactly("413028262973635304|2915533472479158745");
    }

    @Test
    void tellsDuplicatesFromConflictsWithinOneBody() {
        var receipt = bench.send(CSV, HEADER + """
                p-1,2025-03-01T10:00:00Z,x9,north,0.31,,F,70
                p-1,2025-03-01T10:00:00Z,x9,north,0.310,,F,70
                p-1,2025-03-01T10:00:00Z,x9,north,0.32,,F,70
                p-1,2025-03-01T10:00:00Z,x9,north,0.31,,M,70
                p-1,2025-03-01T10:00:00Z,x9,north,0.31,,F,71
                """);

        assertThat(receipt).returns(1L, Receipt::stored).returns(1L, Receipt::duplicates);
        assertThat(receipt.problems()).extracting(LineProblem::line).containsExactly(4L, 5L, 6L);
    }

    @Test
    void takesTheSamePredictionFromEitherFormatAsADuplicate() {
        bench.send(CSV, HEADER + "p-1,2025-03-01T10:00:00Z,x9,north,0.31,,F,70\n");

        var receipt = bench.send(
                NDJSON,
                "{\"predictionId\":\"p-1\",\"occurredAt\":\"2025-03-01T10:00:00Z\",\"patientRef\":\"x9\","
                        + "\"site\":\"north\",\"score\":3.1e-1,\"subgroups\":{\"sex\":\"F\"},\"features\":{\"age\":70}}");

        assertThat(receipt).returns(1L, Receipt::duplicates).returns(0L, Receipt::rejected);
    }

    @Test
    void learnsAnOutcomeThatComesWhenThePredictionIsSentAgain() {
        var line = "p-1,2025-03-01T10:00:00Z,x9,north,0.31,%s,F,70\n";
        bench.send(CSV, HEADER + line.formatted(""));

        var withOutcome = bench.send(CSV, HEADER + line.formatted("1"));
        var without = bench.send(CSV, HEADER + line.formatted(""));
        var contrary = bench.send(CSV, HEADER + line.formatted("0"));

        assertThat(withOutcome).returns(1L, Receipt::duplicates).returns(1L, Receipt::outcomesAdded);
        assertThat(without).returns(1L, Receipt::duplicates).returns(0L, Receipt::outcomesAdded);
        assertThat(contrary.problems())
                .containsExactly(new LineProblem(2, "outcome", "conflict: its outcome is known, and it is the other"));
        assertThat(bench.rows("SELECT outcome, outcome_batch FROM monitoring.prediction"))
                .containsExactly("1|2");
    }

    @Test
    void keepsNothingOfABodyThatBreaksOffAndCompletesItWhenSentAgain() {
        var whole = tenThousandRowsWithSevenBad();
        var half = new SequenceInputStream(
                new ByteArrayInputStream(
                        whole.substring(0, whole.length() / 2).repeat(5).getBytes()),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> bench.send(CSV, half))
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
                .hasMessageContaining("Nothing of it was stored");

        bench.holds(0);
        assertThat(bench.rows("SELECT * FROM monitoring.batch")).isEmpty();
        assertThat(bench.audit.recorded()).isEmpty();
        assertThat(bench.send(CSV, whole).stored()).isEqualTo(9_993);
    }

    @Test
    void keepsAReceiptAndLeavesATrace() {
        var receipt = bench.send(CSV, HEADER + "p-1,2025-03-01T10:00:00Z,,,0.31,,,\np-2,,,,,,,\n");

        assertThat(receipt.batch()).isEqualTo(1);
        assertThat(bench.rows("""
                        SELECT id, kind, sent_by, sent_by_name, accepted_at AT TIME ZONE 'UTC', received, stored,
                            duplicates, rejected, outcomes_added FROM monitoring.batch"""))
                .containsExactly("1|PREDICTIONS|machine-1|Model server|2026-03-01 12:00:00|2|1|0|1|0");
        assertThat(bench.audit.recorded())
                .extracting(RecordingAuditTrail.Recorded::deed)
                .containsExactly(new Deed(
                        "predictions.received",
                        "model-version",
                        "sepsis/2",
                        "sepsis",
                        "stored 1 of 2 predictions of sepsis/2",
                        Map.of(
                                "batch",
                                "1",
                                "received",
                                "2",
                                "stored",
                                "1",
                                "duplicates",
                                "0",
                                "rejected",
                                "1",
                                "outcomesAdded",
                                "0")));
    }

    @Test
    void tellsHowFarItHasCome() {
        var told = new ArrayList<Long>();
        var body = new IntakeBody(
                new ByteArrayInputStream(tenThousandRowsWithSevenBad().getBytes()), CSV);

        bench.predictions.accept(MACHINE, SEPSIS_2, body, (lines, bytes) -> told.add(lines));

        assertThat(told).containsExactly(5_000L, 10_000L, 10_000L);
    }

    @Test
    void takesOnlyFromWhoMaySendAndOnlyForAKnownVersion() {
        var reader = Actors.machine("m-2", Scope.EVERYWHERE, ApiScope.READ);
        var empty = new IntakeBody(InputStream.nullInputStream(), CSV);

        assertThatThrownBy(() -> bench.predictions.accept(reader, SEPSIS_2, empty, IntakeProgress.SILENT))
                .hasMessage("Model server may not do this here");
        assertThatThrownBy(() -> bench.predictions.accept(
                        MACHINE, new ModelVersionId("sepsis", 9), empty, IntakeProgress.SILENT))
                .hasMessage("There is no version sepsis/9");
    }

    @Test
    @DisplayName("G1: of a body whose sender is shut out while it is on its way nothing is stored")
    void storesNothingOfWhoMayNoLongerSend() {
        var rights = GivenRights.of(new TokenRights(Set.of(ApiScope.INGEST), Scope.EVERYWHERE));
        var sender = Actors.machine(rights, "m-4");
        var body = new IntakeBody(
                new ByteArrayInputStream(tenThousandRowsWithSevenBad().getBytes()), CSV);

        assertThatThrownBy(() -> bench.predictions.accept(sender, SEPSIS_2, body, (_, _) -> rights.end()))
                .hasMessage("Model server may not do this here");
        bench.holds(0);
    }

    @Test
    @DisplayName("G1: a sender limited to one site cannot send for another")
    void refusesForeignSites() {
        var north = Actors.machine("m-3", new Scope(null, null, "north"), ApiScope.INGEST);
        var body = HEADER + "p-1,2025-03-01T10:00:00Z,,north,0.31,,,\np-2,2025-03-01T10:00:00Z,,south,0.31,,,\n";

        var receipt = bench.predictions.accept(
                north, SEPSIS_2, new IntakeBody(new ByteArrayInputStream(body.getBytes()), CSV), IntakeProgress.SILENT);

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.problems()).containsExactly(new LineProblem(3, "site", "is not a site you may send for"));
    }

    @Test
    @DisplayName("G1: a sender limited to one site names it: what names none is of all sites")
    void refusesWhatNamesNoSite() {
        var north = Actors.machine("m-3", new Scope(null, null, "north"), ApiScope.INGEST);
        var body = HEADER + "p-1,2025-03-01T10:00:00Z,,,0.31,,,\n";

        var receipt = bench.predictions.accept(
                north, SEPSIS_2, new IntakeBody(new ByteArrayInputStream(body.getBytes()), CSV), IntakeProgress.SILENT);

        assertThat(receipt.stored()).isZero();
        assertThat(receipt.problems())
                .containsExactly(new LineProblem(
                        2, "site", "is missing: name the site, since you may not send for all of them"));
    }

    @Test
    void storesEachOnceWhenTheSameIsSentTwiceAtTheSameTime() throws Exception {
        var other = new IntakeBench(bench.access);
        var body = tenThousandRowsWithSevenBad();

        Receipt here;
        Receipt there;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = executor.submit(() -> other.send(CSV, body));
            here = bench.send(CSV, body);
            there = sending.get();
        }

        assertThat(here.stored() + there.stored()).isEqualTo(9_993);
        assertThat(here.duplicates() + there.duplicates()).isEqualTo(9_993);
        bench.holds(9_993);
    }

    @Test
    void findsWhatIsKnownAlsoInAPieceFarIntoTheBody() {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 60_000; i++) {
            rows.append("p").append(i).append(",2025-03-01T10:00:00Z,,,0.5,,F,\n");
        }
        bench.send(CSV, HEADER + "p45000,2025-03-01T10:00:00Z,,,0.5,,F,\np45001,2025-03-01T10:00:00Z,,,0.6,,F,\n");

        var receipt = bench.send(CSV, rows.toString());

        assertThat(receipt)
                .returns(59_998L, Receipt::stored)
                .returns(1L, Receipt::duplicates)
                .returns(1L, Receipt::rejected);
        bench.holds(60_000);
    }

    @Test
    void refusesSubgroupsThatTellPatientsApart() {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i <= 10_000; i++) {
            body.append("p")
                    .append(i)
                    .append(",2025-03-01T10:00:00Z,,,0.5,,s")
                    .append(i)
                    .append(",\n");
        }

        assertThatThrownBy(() -> bench.send(CSV, body.toString())).hasMessageContaining("more than 10000 combinations");
        bench.holds(0);
    }

    @Test
    void theDatabaseRefusesToRewriteWhatWasSaid() {
        bench.send(CSV, HEADER + "p-1,2025-03-01T10:00:00Z,,,0.31,1,,\n");

        assertThatThrownBy(() -> bench.rows("UPDATE monitoring.prediction SET score = 0.9 RETURNING 1"))
                .hasMessageContaining("a prediction stays as it was sent");
        assertThatThrownBy(() -> bench.rows("UPDATE monitoring.prediction SET outcome = 0 RETURNING 1"))
                .hasMessageContaining("an outcome that is known stays");
        assertThatThrownBy(() -> bench.rows("DELETE FROM monitoring.batch RETURNING 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    @DisplayName("C9: what is not as declared is stored, counted beside the receipt, and told")
    void countsWhatIsNotAsDeclared() {
        bench.declare(List.of(
                new DeclaredFeature.Measured("age", 0.0, 120.0),
                new DeclaredFeature.Categorical("unit", Set.of("ICU"))));

        var receipt = bench.send(CSV, HEADER + """
                p-1,2025-03-01T10:00:00Z,x9,north,0.31,,F,70
                p-2,2025-03-01T10:00:00Z,x9,north,1.31,,F,700
                p-3,2025-03-01T10:00:00Z,x9,north,0.31,,F,130
                """);

        assertThat(receipt).returns(2L, Receipt::stored).returns(1L, Receipt::rejected);
        assertThat(receipt.integrity().findings())
                .containsExactly(new IntegrityFinding("age", IntegrityKind.OUT_OF_RANGE, 1, 4L, null, null));
        assertThat(bench.rows("SELECT batch, feature, kind, lines, first_line FROM monitoring.integrity_finding"))
                .containsExactly("1|age|OUT_OF_RANGE|1|4");
        assertThat(bench.rows("SELECT batch, declared, lines FROM monitoring.batch_check"))
                .containsExactly("1|2|2");
        assertThatThrownBy(() -> bench.rows("DELETE FROM monitoring.integrity_finding RETURNING 1"))
                .hasMessageContaining("permission denied");
    }

    @Test
    @DisplayName("C9: a change of unit between batches is found from the batches before, and told in the report")
    void findsAChangeOfUnitBetweenBatches() {
        bench.declare(List.of(new DeclaredFeature.Measured("age", null, null)));
        bench.send(CSV, ages("a", 1));
        bench.send(CSV, ages("b", 1));

        bench.send(CSV, ages("c", 12));
        bench.send(CSV, ages("d", 12));

        var log = IntegrityStores.log(bench.transactions.dataSource());
        assertThat(log.latest(SEPSIS_2, 10))
                .extracting(
                        ReceivedBatch::batch,
                        batch -> batch.findings().stream()
                                .map(IntegrityFinding::kind)
                                .toList())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, List.of(IntegrityKind.SCALE_JUMP)),
                        org.assertj.core.groups.Tuple.tuple(3, List.of(IntegrityKind.SCALE_JUMP)),
                        org.assertj.core.groups.Tuple.tuple(2, List.of()),
                        org.assertj.core.groups.Tuple.tuple(1, List.of()));
    }

    @Test
    @DisplayName("C9: volume, missing features and latency are told by day")
    void tellsWhatCameByDay() {
        bench.send(CSV, """
                prediction_id,occurred_at,score,feature.age,latency_ms
                old,2025-01-01T10:00:00Z,0.3,4,10
                p-1,2025-03-01T10:00:00Z,0.3,4,10
                p-2,2025-03-01T23:59:59Z,,,30
                p-3,2025-03-01T11:00:00Z,0.3,4,20
                p-4,2025-03-03T00:00:00Z,0.3,4,
                """);

        var days = IntegrityStores.log(bench.transactions.dataSource()).days(SEPSIS_2, 28);

        assertThat(days)
                .containsExactly(
                        new FeedDay(LocalDate.of(2025, 3, 1), 3, 1, 1L, new FeedDay.Latency(3, 20, 30, 30)),
                        new FeedDay(LocalDate.of(2025, 3, 3), 1, 0, 0L, null));
    }

    @Test
    void eachVersionHasAPartitionOfItsOwnWhichTheApplicationCannotTouch() {
        bench.send(CSV, HEADER + "p-1,2025-03-01T10:00:00Z,,,0.31,,,\n");

        assertThat(bench.rows("SELECT tableoid::regclass, series FROM monitoring.prediction"))
                .containsExactly("monitoring.prediction_1|1");
        assertThatThrownBy(() -> bench.rows("SELECT * FROM monitoring.prediction_1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> bench.rows("CREATE TABLE monitoring.mine (id integer)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    @DisplayName("F5: the real file is stored once, however often it is sent")
    void storesTheRealFileOnce() throws IOException {
        var file = RealData.file("readmission_v2.csv.gz");
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (var in = Files.newInputStream(file)) {
                receipts.add(bench.send(CSV, in));
            }
        }

        assertThat(receipts).extracting(Receipt::stored).containsExactly(59_606L, 0L);
        assertThat(receipts).extracting(Receipt::duplicates).containsExactly(0L, 59_606L);
        assertThat(bench.rows("SELECT count(*), sum(outcome) FROM monitoring.prediction"))
                .containsExactly("59606|6723");
    }

    private static String ages(String prefix, int unit) {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i < 80; i++) {
            body.append("%s%d,2025-03-01T10:00:00Z,,,0.5,,F,%d%n".formatted(prefix, i, (40 + i % 50) * unit));
        }
        return body.toString();
    }

    private static String tenThousandRowsWithSevenBad() {
        var body = new StringBuilder(HEADER);
        for (int i = 0; i < 10_000; i++) {
            body.append(
                    switch (i) {
                        case 9 -> "p9,2025-03-01T10:00:00Z,x,north,1.2,0,F,70";
                        case 110 -> "p110,2025-03-01T10:00:00Z,x,north,NaN,0,F,70";
                        case 1_011 -> "p1011,2025-03-01T10:00:00Z,x,north,0.2,yes,F,70";
                        case 5_012 -> "p5012,March 1,x,north,0.2,1,F,70";
                        case 6_013 -> ",2025-03-01T10:00:00Z,x,north,0.2,1,F,70";
                        case 7_014 -> "p7014,2025-03-01T10:00:00Z,x,north,0.2,1,F,70,1";
                        case 9_999 -> "p0,2025-03-01T10:00:00Z,x,north,0.9,1,F,70";
                        default ->
                            "p" + i + ",2025-03-01T10:00:00Z,x" + i % 500 + ",north,0." + i + "," + i % 2 + ",F,70";
                    });
            body.append('\n');
        }
        return body.toString();
    }
}
