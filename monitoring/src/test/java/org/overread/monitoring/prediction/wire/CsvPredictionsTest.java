package org.overread.monitoring.prediction.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.testing.RealData;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

class CsvPredictionsTest {
    private static final String HEADER = "prediction_id,occurred_at,score,outcome,subgroup.sex,feature.age\n";

    @Test
    void readsEveryFieldAndTakesEmptyAsMissing() throws IOException {
        var body = """
                prediction_id,occurred_at,patient_ref,site,score,outcome,text,latency_ms,subgroup.sex,subgroup.race,feature.age
                p-1,2025-03-01T10:00:00Z,x9,north,0.31,1,"Sepsis, likely",41,Female,,70
                p-2,2025-03-01T11:00:00.123456789+01:00,,,,,,,,,
                """;

        var read = Collected.from(body, CsvPredictions::read);

        assertThat(read.good)
                .containsExactly(
                        Map.entry(
                                2L,
                                new Prediction(
                                        "p-1",
                                        Instant.parse("2025-03-01T10:00:00Z"),
                                        "x9",
                                        "north",
                                        0.31,
                                        1,
                                        new TreeMap<>(Map.of("sex", "Female")),
                                        new TreeMap<>(Map.of("age", "70")),
                                        "Sepsis, likely",
                                        41)),
                        Map.entry(
                                3L,
                                new Prediction(
                                        "p-2",
                                        Instant.parse("2025-03-01T10:00:00.123456Z"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        new TreeMap<>(),
                                        new TreeMap<>(),
                                        null,
                                        null)));
        assertThat(read.bad).isEmpty();
    }

    @Test
    void takesByteOrderMarkQuotesLineBreaksInValuesAndNamesInUtf8() throws IOException {
        var body = "\uFEFFprediction_id,occurred_at,site,text\r\n"
                + "\"p\"\"1\",2025-03-01T10:00:00Z,Zürich 北,\"two\nlines, one \"\"value\"\"\"\r\n"
                + "\r\n"
                + "p2,2025-03-01T10:00:00Z,5\" wide,last without line feed";

        var read = Collected.from(body, CsvPredictions::read);

        assertThat(read.bad).isEmpty();
        assertThat(read.good.get(2L))
                .returns("p\"1", Prediction::predictionId)
                .returns("Zürich 北", Prediction::site)
                .returns("two\nlines, one \"value\"", Prediction::text);
        assertThat(read.good.get(5L)).returns("5\" wide", Prediction::site);
    }

    @Test
    @DisplayName("F5: carriage returns alone end lines too; a file never looks like a single line")
    void endsALineWithACarriageReturn() throws IOException {
        var header = "prediction_id,occurred_at,site\r";
        var row = ",2025-03-01T10:00:00Z,north\r";

        var read = Collected.from(header + "p1" + row + "\np2" + row + "p3" + row, CsvPredictions::read);

        assertThat(read.bad).isEmpty();
        assertThat(read.good.values()).extracting(Prediction::predictionId).containsExactly("p1", "p2", "p3");
        assertThat(read.good.keySet()).containsExactly(2L, 3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ,2025-03-01T10:00:00Z,0.5,1,F,70         | predictionId | is missing
            p,,0.5,1,F,70                            | occurredAt   | is missing
            p,yesterday,0.5,1,F,70                   | occurredAt   | is not a time
            p,2025-02-30T10:00:00Z,0.5,1,F,70        | occurredAt   | is not a time
            p,0001-02-03T10:00:00Z,0.5,1,F,70        | occurredAt   | is not a time
            p,2025-03-01T24:00:01Z,0.5,1,F,70        | occurredAt   | is not a time
            p,2025-03-01T10:00:00Z,1.01,1,F,70       | score        | must be a number from 0 to 1
            p,2025-03-01T10:00:00Z,-0.1,1,F,70       | score        | must be a number from 0 to 1
            p,2025-03-01T10:00:00Z,NaN,1,F,70        | score        | must be a number from 0 to 1
            p,2025-03-01T10:00:00Z,0.5d,1,F,70       | score        | must be a number from 0 to 1
            p,2025-03-01T10:00:00Z,.,1,F,70          | score        | must be a number from 0 to 1
            p,2025-03-01T10:00:00Z,0.5,2,F,70        | outcome      | must be 0 or 1
            p,2025-03-01T10:00:00Z,0.5,true,F,70     | outcome      | must be 0 or 1
            p,2025-03-01T10:00:00Z,0.5,1,F           | line         | has 5 values for 6 columns
            p,2025-03-01T10:00:00Z,0.5,1,F,7,0       | line         | has 7 values for 6 columns
            p,2025-03-01T10:00:00Z,0.5,1,"F"x,70     | line         | has quotes that do not match
            p,2025-03-01T10:00:00Z,0.5,1,"F,70       | line         | has quotes that do not match
            """, quoteCharacter = '\'')
    void refusesTheLineSaysWhyAndReadsOn(String line, String field, String reason) throws IOException {
        var read = Collected.from(HEADER + line + "\nnext,2025-03-01T10:00:00Z,0.5,1,F,70\n", CsvPredictions::read);

        assertThat(read.bad).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).startsWith(reason);
        });
        assertThat(read.good).containsOnlyKeys(3L);
    }

    @Test
    void refusesALineThatIsNotUtf8OrHoldsControlCharacters() throws IOException {
        var body = (HEADER + "p1,2025-03-01T10:00:00Z,0.5,1,F\u0000,70\np2,2025-03-01T10:00:00Z,0.5,1,\u00e9,70\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        var read = Collected.from(body, CsvPredictions::read);

        assertThat(read.bad)
                .containsExactly(
                        new LineProblem(
                                2,
                                "subgroups.sex",
                                "holds characters that are not text: send it as UTF-8 without control characters"),
                        new LineProblem(3, "line", "is not UTF-8"));
    }

    @Test
    void namesEveryUnusableColumnBeforeAnyRow() {
        var body = "prediction_id,Score,score,score,subgroup.\np,1,1,1,1\n";
        var sink = new Collected<Prediction>();

        var refusal = catchThrowableOfType(
                GovernanceException.class,
                () -> CsvPredictions.read(
                        new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), sink));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.fields())
                .extracting(FieldProblem::field)
                .containsExactly("Score", "score", "subgroup.", "occurred_at");
        assertThat(refusal).hasMessageContaining("Score is not a known column");
        assertThat(sink.good).isEmpty();
    }

    @Test
    void refusesAnEmptyBodyAndTakesAHeaderAlone() throws IOException {
        assertThatThrownBy(() -> Collected.from("", CsvPredictions::read))
                .hasMessageStartingWith("The first line must name the columns: prediction_id,occurred_at");
        assertThat(Collected.from(HEADER, CsvPredictions::read).good).isEmpty();
    }

    @Test
    void endsWithAClearErrorAtAnEndlessLine() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
                given += length;
                return length;
            }
        };

        assertThatThrownBy(() -> CsvPredictions.read(endless, new Collected<>()))
                .isInstanceOfSatisfying(
                        GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE))
                .hasMessageContaining("Line 1 is longer than 1 MiB");
        assertThat(endless.given).isLessThan(4 << 20);
    }

    @Test
    void oneStrayQuoteCostsOneLineOnly() throws IOException {
        var body = new StringBuilder(HEADER).append("bad,2025-03-01T10:00:00Z,0.5,1,\"F,70\n");
        for (int i = 0; i < 100_000; i++) {
            body.append("p").append(i).append(",2025-03-01T10:00:00Z,0.5,1,F,70\n");
        }

        var read = Collected.from(body.toString(), CsvPredictions::read);

        assertThat(read.good).hasSize(100_000);
        assertThat(read.bad).extracting(LineProblem::line).containsExactly(2L);
    }

    @Test
    void readsTheRealFileWholly() throws IOException {
        var file = RealData.file("readmission_v2.csv.gz");
        var counted = new LineSink<Prediction>() {
            int rows;
            int events;
            int refused;

            @Override
            public void read(long line, Prediction prediction) {
                rows++;
                events += prediction.outcome() == null ? 0 : prediction.outcome();
            }

            @Override
            public void refused(LineProblem problem) {
                refused++;
            }
        };

        try (var in = Files.newInputStream(file)) {
            CsvPredictions.read(BodyStream.of(in, BodyLimits.DEFAULT), counted);
        }

        assertThat(counted.rows).isEqualTo(59_606);
        assertThat(counted.events).isEqualTo(6_723);
        assertThat(counted.refused).isZero();
    }
}
