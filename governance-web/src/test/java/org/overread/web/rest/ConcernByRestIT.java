package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** A clinician's fear by REST: whom it waits for, and who ends the waiting. */
class ConcernByRestIT {
    private static final String MODEL = "feared-" + UUID.randomUUID().toString().substring(0, 8);
    private static final String VERSION = "api/v1/models/" + MODEL + "/versions/1";
    private static final String FOUND = "The units were wrong until noon, and are right now.";

    private final RunningServer server = RunningServer.get();
    private final Caller owner = Caller.person(server, "max.owner");
    private final Caller officer = Caller.person(server, "omar.safety");
    private final Caller clinicalOwner = Caller.person(server, "ben.clinician");
    private final Caller clinician = Caller.person(server, "ada.clinician");

    @Test
    @DisplayName(
            "B9, D3: it waits for three people at once, but not for who told it; a machine and an “ok” end nothing, a decision does")
    void waitsUntilAPersonDecides() {
        register();
        var card = UUID.randomUUID();
        var concern = fear(card);
        assertThat(waiting(officer)).hasSize(1).first().asString().contains("an output that is not known yet");
        assertThat(waiting(owner)).isEmpty();

        show(card);
        for (var person : List.of(officer, owner, clinicalOwner)) {
            assertThat(waiting(person)).hasSize(1);
        }
        assertThat(waiting(clinician)).isEmpty();
        assertThat(owner.get("api/v1/alerts?state=open").text()).contains("Safety concern of a clinician at north");
        assertThat(owner.get("api/v1/monitoring/" + MODEL + "/1").text()).contains("1 safety concern unanswered since");

        var answers = VERSION + "/findings/" + concern + "/answers";
        assertThat(Caller.machine(server)
                        .post(answers, decision("OUTPUT_WAS_RIGHT", FOUND))
                        .status())
                .isEqualTo(403);
        assertThat(clinician.post(answers, decision("OUTPUT_WAS_RIGHT", FOUND)).status())
                .isIn(403, 404);
        var ok = officer.post(answers, decision("OUTPUT_WAS_RIGHT", "ok"));
        assertThat(ok.status()).isEqualTo(422);
        assertThat(ok.text()).contains("at least 5 different words");
        assertThat(officer.post(answers, decision(null, "We look into it.")).status())
                .isEqualTo(201);
        assertThat(owner.get(VERSION + "/findings").json().get(0).get("state").stringValue())
                .isEqualTo("REPLIED");

        assertThat(officer.post(answers, decision("INPUT_WAS_WRONG", FOUND)).status())
                .isEqualTo(201);

        for (var person : List.of(officer, owner, clinicalOwner, clinician)) {
            assertThat(waiting(person)).isEmpty();
        }
        var finding = owner.get(VERSION + "/findings").json().get(0);
        assertThat(finding.get("state").stringValue()).isEqualTo("CLEARED");
        assertThat(finding.get("blocks").booleanValue()).isFalse();
    }

    /** What waits for that person because of this test's model, or of an output that is not known. */
    private static List<String> waiting(Caller person) {
        return person.get("api/v1/waiting")
                .json()
                .valueStream()
                .map(one -> one.get("sentence").stringValue())
                .filter(sentence -> sentence.startsWith("Safety concern"))
                .filter(sentence -> sentence.contains(MODEL) || sentence.contains("not known yet"))
                .toList();
    }

    private static Map<String, String> decision(
            @org.jspecify.annotations.Nullable String disposition, String sentence) {
        var answer = new HashMap<>(Map.of("sentence", sentence));
        if (disposition != null) {
            answer.put("disposition", disposition);
        }
        return answer;
    }

    private UUID fear(UUID card) {
        var id = UUID.randomUUID();
        var answer = clinician.post(
                "api/v1/feedback",
                Map.of(
                        "id",
                        id,
                        "card",
                        card,
                        "kind",
                        "SAFETY_CONCERN",
                        "comment",
                        "Could have been sent home on this."));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return id;
    }

    private void show(UUID card) {
        var answer = Caller.machine(server)
                .post(
                        "api/v1/cards",
                        Map.of(
                                "id",
                                card,
                                "model",
                                MODEL,
                                "version",
                                1,
                                "predictionId",
                                "p-1",
                                "site",
                                "north",
                                "shownTo",
                                "ada.clinician",
                                "shownAt",
                                Instant.now().minusSeconds(60)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void register() {
        var model = owner.post(
                "api/v1/models",
                Map.of(
                        "id", MODEL,
                        "name", "Model " + MODEL,
                        "intendedUse", "To be feared by the tests",
                        "kind", "RISK_SCORE",
                        "riskTier", "LOW",
                        "department", "Emergency",
                        "clinicalOwner", "ben.clinician",
                        "modelOwner", "max.owner",
                        "sponsor", "Quality board"));
        assertThat(model.status()).as(model.text()).isEqualTo(201);
        var version = owner.post(
                "api/v1/models/" + MODEL + "/versions",
                Map.of("threshold", 0.5, "changeType", "FIRST", "subgroups", List.of("sex")));
        assertThat(version.status()).as(version.text()).isEqualTo(201);
    }
}
