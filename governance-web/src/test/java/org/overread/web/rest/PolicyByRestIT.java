package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** The life of a policy by REST: a bar is not lowered by one person alone. */
@DisplayName("A8: policies by REST")
class PolicyByRestIT {
    private static final RunningServer SERVER = RunningServer.get();
    private static final Caller NORA = Caller.person(SERVER, "nora.chair");
    private static final Caller VERA = Caller.person(SERVER, "vera.chair");
    private static final String PATIENT = "Agreed after Mrs. Miller, MRN 48213377, was harmed.";

    @BeforeAll
    static void aModelToSpeakOf() {
        var model = Caller.person(SERVER, "max.owner")
                .post(
                        "api/v1/models",
                        Map.of(
                                "id", "barred",
                                "name", "Barred",
                                "intendedUse", "To be tried by the tests",
                                "kind", "RISK_SCORE",
                                "riskTier", "LOW",
                                "department", "Emergency",
                                "clinicalOwner", "ada.clinician",
                                "modelOwner", "max.owner",
                                "sponsor", "Quality board"));
        assertThat(model.status()).as(model.text()).isEqualTo(201);
    }

    /** A policy for that model alone that asks for less than the one for every model. */
    private static Map<String, Object> laxer(String name) {
        return new TreeMap<>(Map.of(
                "name", name,
                "opens", List.of("PILOT"),
                "model", "barred",
                "criteria",
                        List.of(
                                Map.of(
                                        "key",
                                        "predictions",
                                        "metric",
                                        "PREDICTIONS",
                                        "direction",
                                        "AT_LEAST",
                                        "limit",
                                        50),
                                Map.of(
                                        "key",
                                        "severe",
                                        "metric",
                                        "UNANSWERED_SEVERE",
                                        "direction",
                                        "AT_MOST",
                                        "limit",
                                        0)),
                "reviews", List.of(Map.of("role", "CLINICAL_REVIEWER", "quorum", 1)),
                "reason", "Tried by the tests.",
                "password", SERVER.password()));
    }

    private static JsonNode proposed(String name) {
        var answer = NORA.post("api/v1/policies", laxer(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static Caller.Answer say(Caller who, JsonNode policy, String step, String reason) {
        return say(who, policy, step, reason, SERVER.password());
    }

    private static Caller.Answer say(Caller who, JsonNode policy, String step, String reason, String password) {
        return who.post(
                "api/v1/policies/" + policy.get("id").stringValue() + "/" + step,
                Map.of("reason", reason, "password", password));
    }

    private static void refused(Caller.Answer answer, int status, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").stringValue()).isEqualTo("urn:overread:problem:" + rule);
    }

    @Test
    @DisplayName("A8: what is laxer waits, is confirmed by another person with their password, and can be retired")
    void isConfirmedAndRetired() {
        var policy = proposed("Confirmed by REST");
        assertThat(policy.get("state").stringValue()).isEqualTo("PROPOSED");
        assertThat(policy.get("laxer").size()).isPositive();

        refused(say(NORA, policy, "confirmation", ""), 403, "own-policy");
        refused(say(VERA, policy, "confirmation", "", "guess"), 403, "wrong-password");
        assertThat(say(VERA, policy, "confirmation", PATIENT).status()).isEqualTo(422);
        assertThat(say(Caller.person(SERVER, "max.owner"), policy, "confirmation", "")
                        .status())
                .isEqualTo(403);

        var confirmed = say(VERA, policy, "confirmation", "");
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        assertThat(confirmed.json().get("state").stringValue()).isEqualTo("IN_FORCE");
        refused(say(VERA, policy, "confirmation", ""), 409, "not-open");

        assertThat(say(NORA, policy, "retirement", " ").status()).isEqualTo(422);
        assertThat(say(NORA, policy, "retirement", PATIENT).status()).isEqualTo(422);
        refused(say(NORA, policy, "retirement", "Over.", "guess"), 403, "wrong-password");
        var retired = say(NORA, policy, "retirement", "Over.");
        assertThat(retired.json().get("state").stringValue()).isEqualTo("RETIRED");
        assertThat(retired.json().get("retirement").get("by").stringValue()).isEqualTo("Nora Haddad");
        refused(say(NORA, policy, "retirement", "Over."), 409, "not-open");
    }

    @Test
    @DisplayName("A8: it is declined with a reason, by its author too, and stays on record as that")
    void isDeclined() {
        var policy = proposed("Declined by REST");
        assertThat(say(VERA, policy, "refusal", "").status()).isEqualTo(422);

        var declined = say(VERA, policy, "refusal", "It asks for too little.");

        assertThat(declined.status()).as(declined.text()).isEqualTo(200);
        assertThat(declined.json().get("state").stringValue()).isEqualTo("DECLINED");
        assertThat(declined.json().get("decision").get("reason").stringValue()).isEqualTo("It asks for too little.");
        refused(say(VERA, policy, "confirmation", ""), 409, "not-open");

        var own = proposed("Taken back by REST");
        assertThat(say(NORA, own, "refusal", "A mistake.").json().get("state").stringValue())
                .isEqualTo("DECLINED");
    }

    @Test
    @DisplayName("A6: a policy says which time its evidence covers, and is told what is wrong with that by field")
    void saysWhichTimeEvidenceCovers() {
        var narrow = laxer("Narrow by REST");
        narrow.put("window", Map.of("span", "LAST_DAYS", "days", 3));
        var refused = NORA.post("api/v1/policies", narrow);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").toString()).contains("window.days");

        narrow.put("window", Map.of("span", "LAST_DAYS", "days", 90));
        var taken = NORA.post("api/v1/policies", narrow);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().get("window").get("days").intValue()).isEqualTo(90);
        assertThat(taken.json().get("laxer").toString()).contains("Leaves out what lies further back");
        say(NORA, taken.json(), "refusal", "Only tried.");
    }

    @Test
    @DisplayName(
            "A6: the frozen figures of a request are told with the check that they were signed, and those of now beside")
    void tellsTheFrozenFigures() {
        var live =
                NORA.get("api/v1/promotions?state=LIVE").json().get(0).get("id").stringValue();

        var sheet = NORA.get("api/v1/promotions/" + live + "/evidence");

        assertThat(sheet.status()).as(sheet.text()).isEqualTo(200);
        assertThat(sheet.json().get("matches").booleanValue()).isTrue();
        assertThat(sheet.json().get("digest")).isEqualTo(sheet.json().get("presentDigest"));
        assertThat(sheet.json().get("frozen").get("words").stringValue()).startsWith("all that was known until ");
        assertThat(sheet.json().get("criteria").size()).isPositive();
        assertThat(sheet.json().get("criteria").get(0).get("figures").get(0).has("frozen"))
                .isTrue();
        assertThat(NORA.get("api/v1/promotions/" + new java.util.UUID(1, 2) + "/evidence")
                        .status())
                .isEqualTo(404);
    }
}
