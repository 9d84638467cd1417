package org.overread.monitoring.prediction.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Prediction;

class NdjsonPredictionsTest {
    private static final String GOOD = "{\"predictionId\":\"next\",\"occurredAt\":\"2025-03-01T10:00:00Z\"}\n";

    @Test
    void readsTheContractsExample() throws IOException {
        var body = "{\"predictionId\":\"p-1\",\"occurredAt\":\"2025-03-01T10:00:00Z\",\"patientRef\":\"x9f…\","
                + "\"site\":\"north\",\"score\":0.31,"
                + "\"subgroups\":{\"sex\":\"Female\",\"race\":\"Black\",\"age_band\":\"70-80\"},"
                + "\"features\":{\"time_in_hospital\":4,\"insulin\":\"Up\",\"a1c\":null,\"icu\":true,\"bmi\":21.50},"
                + "\"outcome\":1,\"text\":null,\"latencyMs\":41}\n";

        var read = Collected.from(body, NdjsonPredictions::read);

        assertThat(read.bad).isEmpty();
        assertThat(read.good)
                .containsExactly(Map.entry(
                        1L,
                        new Prediction(
                                "p-1",
                                Instant.parse("2025-03-01T10:00:00Z"),
                                "x9f…",
                                "north",
                                0.31,
                                1,
                                new TreeMap<>(Map.of("sex", "Female", "race", "Black", "age_band", "70-80")),
                                new TreeMap<>(Map.of(
                                        "time_in_hospital", "4", "insulin", "Up", "icu", "true", "bmi", "21.50")),
                                null,
                                41)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"predictionId":"p"}                                                          | occurredAt    | is missing
            {"predictionId":7,"occurredAt":"2025-03-01T10:00:00Z"}                        | predictionId  | must be text in quotes
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","score":"0.3"}        | score         | must be a number without quotes
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","score":3}            | score         | must be a number from 0 to 1
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","outcome":0.5}        | outcome       | must be 0 or 1
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","latencyMs":1.5}      | latencyMs     | must be a whole number
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","patient":"x"}        | patient       | is not a known field
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","features":{"a":[1]}} | features.a    | must be one value
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","features":3}         | features      | must be an object
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","site":"\\ud800"}     | site          | holds characters that are not text
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z","score":NaN}          | line          | is not JSON at column 68
            {"predictionId":"p","predictionId":"q"}                                       | line          | is not JSON at column
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z"                       | line          | is not JSON at column
            {"predictionId":"p","occurredAt":"2025-03-01T10:00:00Z"}{}                    | line          | goes on after its object
            [1]                                                                           | line          | is not a JSON object
            """)
    void refusesTheLineSaysWhyAndReadsOn(String line, String field, String reason) throws IOException {
        var read = Collected.from(line + "\r\n\n" + GOOD, NdjsonPredictions::read);

        assertThat(read.bad).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(1);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).startsWith(reason);
        });
        assertThat(read.good).containsOnlyKeys(3L);
    }

    @Test
    void refusesALineThatIsNotUtf8() throws IOException {
        var line = GOOD.replace("next", "n\u00e9xt").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        var read = Collected.from(line, NdjsonPredictions::read);

        assertThat(read.good).isEmpty();
        assertThat(read.bad).extracting(LineProblem::field).containsExactly("line");
    }

    @Test
    void takesALineOfAlmostOneMebibyteAndEndsAtALongerOne() throws IOException {
        var blanks = " ".repeat((1 << 20) - GOOD.length());

        assertThat(Collected.from(GOOD.replace("\n", blanks + "\n") + GOOD, NdjsonPredictions::read).good)
                .extractingFromEntries(entry -> entry.getValue().predictionId())
                .containsExactly("next", "next");
        assertThatThrownBy(() ->
                        Collected.from(GOOD + GOOD.replace("\n", blanks + blanks + "\n"), NdjsonPredictions::read))
                .hasMessageContaining("Line 2 is longer than 1 MiB");
    }

    @Test
    void givesTheSamePredictionAsCsv() throws IOException {
        var csv = "prediction_id,occurred_at,score,subgroup.sex,feature.age\np,2025-03-01T10:00:00Z,0.310,F,7\n";
        var json = "{\"features\":{\"age\":7},\"subgroups\":{\"sex\":\"F\"},\"score\":3.1e-1,"
                + "\"occurredAt\":\"2025-03-01T10:00:00.000Z\",\"predictionId\":\"p\"}";

        Prediction fromJson = Collected.from(json, NdjsonPredictions::read).good.get(1L);

        assertThat(fromJson)
                .isEqualTo(Collected.from(csv, CsvPredictions::read).good.get(2L));
    }
}
