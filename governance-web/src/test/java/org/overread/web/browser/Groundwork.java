package org.overread.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** What must be there before a journey begins, made through the door for machines. Every name is new. */
final class Groundwork {
    static final String SITE = "north";

    private final RunningServer server = RunningServer.get();
    private final Caller machine = Caller.machine(server);
    private final String mark = UUID.randomUUID().toString().substring(0, 6);

    /** A name nobody else has, such as {@code Sepsis watch 3f90ac}. */
    String named(String name) {
        return name + " " + mark;
    }

    /** The short name that follows from it. */
    String id(String name) {
        return named(name).toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /** A risk score with a threshold of 0.5 in so many versions; answers with its id. */
    String model(String name, int versions) {
        created(Caller.person(server, "max.owner")
                .post(
                        "api/v1/models",
                        Map.of(
                                "id", id(name),
                                "name", named(name),
                                "intendedUse", "To be reviewed, measured and promoted by the tests",
                                "kind", "RISK_SCORE",
                                "riskTier", "HIGH",
                                "department", "Emergency",
                                "clinicalOwner", "ada.clinician",
                                "modelOwner", "max.owner",
                                "sponsor", "Quality board")));
        for (int version = 1; version <= versions; version++) {
            created(Caller.person(server, "max.owner")
                    .post(
                            "api/v1/models/" + id(name) + "/versions",
                            Map.of(
                                    "threshold",
                                    0.5,
                                    "changeType",
                                    version == 1 ? "FIRST" : "RETRAINED",
                                    "artifactDigest",
                                    "sha256:" + mark + version,
                                    "subgroups",
                                    List.of("sex"))));
        }
        return id(name);
    }

    void predictions(String model, int version, String csv) {
        var answer = machine.post(
                "api/v1/models/%s/versions/%d/predictions".formatted(model, version),
                "text/csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.json().get("rejectedCount").intValue())
                .as(answer.text())
                .isZero();
    }

    /** An output of version 1 that was shown to that person just now. */
    UUID card(String model, String login) {
        var card = UUID.randomUUID();
        predictions(
                model,
                1,
                "prediction_id,occurred_at,site,score,feature.lactate,feature.heart_rate\n"
                        + "%s,2026-01-01T00:00:00Z,north,0.31,1.9,104\n".formatted(card));
        created(machine.post(
                "api/v1/cards",
                Map.of(
                        "id",
                        card.toString(),
                        "model",
                        model,
                        "version",
                        1,
                        "predictionId",
                        card.toString(),
                        "site",
                        SITE,
                        "shownTo",
                        login,
                        "shownAt",
                        java.time.Instant.now().toString(),
                        "indicator",
                        "WARNING")));
        return card;
    }

    /** What a person said of that card, as the interface for machines tells it. */
    List<String> said(String login, UUID card) {
        return Caller.person(server, login)
                .get("api/v1/feedback")
                .json()
                .valueStream()
                .filter(given -> given.get("card").stringValue().equals(card.toString()))
                .map(given -> given.get("state").stringValue())
                .toList();
    }

    private static void created(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
