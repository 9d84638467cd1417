package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** Figures that are told beside performance, by REST on the real server. */
class FiguresByRestIT {
    private static final String SEPSIS = "api/v1/models/sepsis-risk/versions/1/";

    private final RunningServer server = RunningServer.get();
    private final Caller owner = Caller.person(server, "max.owner");

    @Test
    @DisplayName(
            "C5: flags and outcomes are charted in periods that can be read, with the limits and what they are worth")
    void chartsOutcomes() {
        var charts = owner.get(SEPSIS + "charts/outcomes");

        assertThat(charts.status()).as(charts.text()).isEqualTo(200);
        var flagged = charts.json().get("flagged");
        assertThat(flagged.get("period").get("weeks").intValue()).isIn(1, 4, 13);
        assertThat(flagged.get("alarms").get("cusumLimit").doubleValue()).isPositive();
        assertThat(flagged.get("points").size()).isGreaterThan(4);
        assertThat(charts.json().get("outcomes").get("points").size()).isPositive();
    }

    @Test
    @DisplayName("C5: overrides of a small hospital are charted in the period that is named, with figures to be seen")
    void chartsOverrides() {
        var charts = owner.get(SEPSIS + "charts");

        assertThat(charts.status()).as(charts.text()).isEqualTo(200);
        var overrides = charts.json().get("overrides");
        assertThat(overrides.get("period").get("weeks").intValue()).isGreaterThan(1);
        assertThat(overrides.get("period").get("because").stringValue()).contains("fewer than");
        assertThat(overrides.get("points").values())
                .anyMatch(point -> !point.get("rate").isNull());
    }

    @Test
    @DisplayName("C1: the reliability curve comes when it is asked for, no bin of few among what it tells")
    void tellsReliability() {
        var asked = owner.get(SEPSIS + "performance?reliability=true");

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        var bins = asked.json().get("reliability").get("equalMass");
        assertThat(bins.size()).isPositive();
        assertThat(bins.values())
                .allSatisfy(
                        bin -> assertThat(bin.get("n").isNull() || bin.get("n").longValue() >= 11)
                                .isTrue());
        assertThat(owner.get(SEPSIS + "performance").json().has("reliability")).isFalse();
    }

    @Test
    @DisplayName(
            "C4: the period an estimate learned from ends on the day that screens name, and before the excluded one")
    void namesTheLastDayLearnedFrom() {
        var estimate = owner.get(SEPSIS + "estimate").json();

        assertThat(day(estimate, "referenceLastDay").plusDays(1)).isEqualTo(day(estimate, "referenceTo"));
        var again = owner.get(SEPSIS
                + "estimate?referenceFrom=%s&referenceTo=%s"
                        .formatted(day(estimate, "referenceFrom"), day(estimate, "referenceTo")));
        assertThat(again.json().get("referenceLastDay")).isEqualTo(estimate.get("referenceLastDay"));
    }

    @ParameterizedTest
    @DisplayName("G1: figures are for those who may read them, and of versions that are there")
    @ValueSource(strings = {"charts", "charts/outcomes", "performance?reliability=true", "estimate", "drift"})
    void guardsFigures(String path) {
        assertThat(Caller.person(server, "ada.clinician").get(SEPSIS + path).status())
                .isEqualTo(403);
        assertThat(Caller.stranger(server).get(SEPSIS + path).status()).isEqualTo(401);
        assertThat(owner.get("api/v1/models/no-such-model/versions/1/" + path).status())
                .isEqualTo(404);
        assertThat(owner.get("api/v1/models/sepsis-risk/versions/99/" + path).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @DisplayName("G4: a time that is none and a number that is none are named by field")
    @ValueSource(strings = {"performance?reliability=true&from=", "estimate?referenceFrom=", "drift?from="})
    void namesTheField(String path) {
        var refused = owner.get(SEPSIS + path + "yesterday");

        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        assertThat(refused.json().get("errors").get(0).get("field").stringValue())
                .isEqualTo(path.replaceAll(".*[?&](.*)=", "$1"));
    }

    private static LocalDate day(JsonNode json, String field) {
        return LocalDate.parse(json.get(field).stringValue());
    }
}
