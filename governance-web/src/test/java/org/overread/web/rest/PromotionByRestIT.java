package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** The gate by REST: every refusal names its reason. */
class PromotionByRestIT {
    private final RunningServer server = RunningServer.get();
    private final Caller owner = Caller.person(server, "max.owner");

    @Test
    @DisplayName("A10: a model without a clinical owner is refused, and the field is named")
    void refusesAModelWithoutAClinicalOwner() {
        var answer = owner.post("api/v1/models", Map.of("id", "nobodys", "name", "Nobody's"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").toString()).contains("clinicalOwner");
    }

    @Test
    @DisplayName("D1: skipping a stage is refused with the reason")
    void refusesASkippedStage() {
        register("skipping");

        var answer =
                owner.post("api/v1/models/skipping/versions/1/promotions", Map.of("stage", "GENERAL", "site", "north"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("type").stringValue())
                .isIn("urn:overread:problem:stage-skipped", "urn:overread:problem:no-policy");
    }

    @Test
    @DisplayName("A1: a version is frozen: its digest is told, and the same declaration gives another version")
    void tellsTheDigest() {
        register("frozen");

        var first = owner.get("api/v1/models/frozen/versions/1").json();

        assertThat(first.get("digest").stringValue()).matches("[0-9a-f]{64}");
    }

    @Test
    @DisplayName("F5: of 10,000 rows with 7 bad ones 9,993 are stored and 7 listed with line, field and reason")
    void storesTheGoodLinesAndNamesTheBad() {
        register("bulk");
        var body = csv(10_000, List.of(3, 500, 1_000, 2_500, 5_000, 7_777, 10_000));

        var first = send("bulk", body);
        var again = send("bulk", body);

        assertThat(first.json().get("stored").intValue()).isEqualTo(9_993);
        assertThat(first.json().get("rejectedCount").intValue()).isEqualTo(7);
        assertThat(first.json()
                        .get("rejected")
                        .valueStream()
                        .map(line -> line.get("line").intValue()))
                .containsExactly(4, 501, 1_001, 2_501, 5_001, 7_778, 10_001);
        assertThat(first.json().get("rejected").get(0).get("field").stringValue())
                .isEqualTo("score");
        assertThat(again.json().get("stored").intValue()).isZero();
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(9_993);
    }

    @Test
    @DisplayName("F5: a column without a known name is refused by name, and a wrong type with 415")
    void refusesWhatItCannotRead() {
        register("unreadable");

        var unknown = send("unreadable", "prediction_id,occurred_at,scroe\np-1,2026-01-01T00:00:00Z,0.5\n");
        var html = owner.post(
                "api/v1/models/unreadable/versions/1/predictions",
                "text/html",
                new ByteArrayInputStream("<p>".getBytes(StandardCharsets.UTF_8)));

        assertThat(unknown.status()).isIn(400, 422);
        assertThat(unknown.text()).contains("scroe");
        assertThat(html.status()).isEqualTo(415);
        assertThat(html.type()).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("G1: what one may not see and what is not there answer alike")
    void hidesWhatIsNotThere() {
        assertThat(owner.get("api/v1/promotions/not-an-id").status()).isEqualTo(404);
        assertThat(owner.get("api/v1/models/no-such-model").status()).isEqualTo(404);
    }

    private Caller.Answer send(String model, String body) {
        return owner.post(
                "api/v1/models/" + model + "/versions/1/predictions",
                "text/csv",
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void register(String id) {
        var model = owner.post(
                "api/v1/models",
                Map.of(
                        "id", id,
                        "name", "Model " + id,
                        "intendedUse", "To be tried by the tests",
                        "kind", "RISK_SCORE",
                        "riskTier", "LOW",
                        "department", "Emergency",
                        "clinicalOwner", "ada.clinician",
                        "modelOwner", "max.owner",
                        "sponsor", "Quality board"));
        assertThat(model.status()).as(model.text()).isEqualTo(201);
        var version = owner.post(
                "api/v1/models/" + id + "/versions",
                Map.of("threshold", 0.5, "changeType", "FIRST", "subgroups", List.of("sex")));
        assertThat(version.status()).as(version.text()).isEqualTo(201);
    }

    private static String csv(int rows, List<Integer> bad) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(row -> "p-%d,2026-01-01T00:00:00Z,%s,%s"
                        .formatted(row, bad.contains(row) ? "1.5" : "0.25", row % 2 == 0 ? "Female" : "Male"))
                .collect(Collectors.joining("\n", "prediction_id,occurred_at,score,subgroup.sex\n", "\n"));
    }
}
