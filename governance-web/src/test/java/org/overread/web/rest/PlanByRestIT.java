package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** The plan, its runs, pauses and reviews by REST on the real server. */
class PlanByRestIT {
    private static final String PLAN = "api/v1/models/sepsis-risk/versions/%d/plan";

    private final RunningServer server = RunningServer.get();
    private final Caller owner = Caller.person(server, "max.owner");

    @Test
    @DisplayName(
            "C11: a plan is read as YAML of the version in the path, declared again as it is, and is the next revision")
    void declaresWhatItReads() {
        var version = plannedVersion();
        var before = revisions(version);
        var yaml = read(version);
        assertThat(yaml.type()).startsWith("application/yaml");

        var declared = declare(version, yaml.text());

        assertThat(declared.status()).as(declared.text()).isEqualTo(200);
        assertThat(revisions(version)).isEqualTo(before + 1);
        assertThat(read(version).text()).isEqualTo(yaml.text());
    }

    @Test
    @DisplayName("C11: YAML that cannot be read is refused with line and remedy, and leaves the plan as it is")
    void namesLineAndRemedy() {
        var version = plannedVersion();
        var before = revisions(version);

        var refused = declare(version, "owner: max.owner\nlimts: []\n");

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.text()).contains("near line 2", "limts", "known are");
        assertThat(revisions(version)).isEqualTo(before);
    }

    @Test
    void tellsThatThereIsNoSuchVersion() {
        assertThat(owner.get("api/v1/models/no-such-model/versions/1/plan").status())
                .isEqualTo(404);
        assertThat(owner.get(PLAN.formatted(99)).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("C11: a run is started without waiting, watched by its address, and stays in the log")
    void runsAside() {
        var version = plannedVersion();
        var runs = "api/v1/monitoring/sepsis-risk/" + version + "/runs";

        var started = owner.post(runs, "");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var id = started.json().get("id").stringValue();
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (state(runs, id).equals("RUNNING") && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }

        assertThat(state(runs, id)).isEqualTo("DONE");
        assertThat(owner.get(runs).text()).contains(id);
        assertThat(owner.get(runs + "/" + id).json().get("found").get("checks").intValue())
                .isPositive();
    }

    @Test
    @DisplayName("C11: a check is paused until a day and counts again before it; both are told by whom")
    void pausesACheck() {
        var pauses = "api/v1/monitoring/sepsis-risk/1/pauses";
        var until = LocalDate.now(ZoneOffset.UTC).plusDays(3);

        var paused =
                owner.post(pauses, Map.of("check", "feed", "reason", "the interface moves", "until", until.toString()));

        assertThat(paused.status()).as(paused.text()).isEqualTo(200);
        assertThat(paused.json().get("until").stringValue()).isEqualTo(until.plusDays(1) + "T00:00:00Z");
        assertThat(paused.json().get("by").stringValue()).isEqualTo("Max Lindqvist");
        var resumed = owner.send("DELETE", pauses + "?check=feed", Map.of(), BodyPublishers.noBody());
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);
        assertThat(resumed.json().get("reason").stringValue()).isEqualTo("resumed");
    }

    @Test
    @DisplayName("C11: a pause without a reason, for ever, of another's or of nothing is refused by field or status")
    void guardsPauses() {
        var pauses = "api/v1/monitoring/sepsis-risk/1/pauses";
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
        var pause = Map.of("check", "feed", "reason", "the interface moves", "until", tomorrow);

        assertThat(fields(owner.post(pauses, Map.of("check", "feed", "until", tomorrow))))
                .containsExactly("reason");
        assertThat(fields(owner.post(pauses, Map.of("check", "feed", "reason", " ", "until", "2999-01-01"))))
                .containsExactly("reason", "until");
        assertThat(fields(owner.send("DELETE", pauses, Map.of(), BodyPublishers.noBody())))
                .containsExactly("check");
        assertThat(Caller.person(server, "nora.chair").post(pauses, pause).status())
                .isEqualTo(403);
        assertThat(Caller.stranger(server).post(pauses, pause).status()).isEqualTo(401);
        assertThat(owner.post("api/v1/monitoring/no-such-model/1/pauses", pause).status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("C11: a review that was done is listed first, with who did it")
    void recordsAReview() {
        var reviews = "api/v1/monitoring/sepsis-risk/1/reviews";
        var chair = Caller.person(server, "nora.chair");

        var done = chair.post(reviews, Map.of("note", "  Looked at as a whole: fit.  "));

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        var listed = owner.get(reviews).json().get(0);
        assertThat(listed).isEqualTo(done.json());
        assertThat(listed.get("note").stringValue()).isEqualTo("Looked at as a whole: fit.");
        assertThat(listed.get("by").stringValue()).isEqualTo("Nora Haddad");
    }

    @Test
    @DisplayName("C11: a review says what it found, without patients, by those who answer alerts")
    void guardsReviews() {
        var reviews = "api/v1/monitoring/sepsis-risk/1/reviews";
        var ada = Caller.person(server, "ada.clinician");

        assertThat(fields(owner.post(reviews, Map.of()))).containsExactly("note");
        assertThat(fields(owner.post(reviews, Map.of("note", "")))).containsExactly("note");
        assertThat(ada.post(reviews, Map.of("note", "fit")).status()).isEqualTo(403);
        assertThat(ada.get(reviews).status()).isEqualTo(403);
        assertThat(owner.get("api/v1/monitoring/sepsis-risk/99/reviews").status())
                .isEqualTo(404);
    }

    private static List<String> fields(Caller.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isIn(400, 422);
        return refused.json().get("errors").values().stream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }

    private String state(String runs, String id) {
        return owner.get(runs + "/" + id).json().get("state").stringValue();
    }

    private int plannedVersion() {
        return owner.get("api/v1/models/sepsis-risk/versions/1/plan").status() == 200 ? 1 : 2;
    }

    private int revisions(int version) {
        return owner.get(PLAN.formatted(version) + "/revisions").json().size();
    }

    private Caller.Answer read(int version) {
        return owner.send(
                "GET", PLAN.formatted(version), Map.of("Accept", "application/yaml"), BodyPublishers.noBody());
    }

    private Caller.Answer declare(int version, String yaml) {
        return owner.send(
                "PUT",
                PLAN.formatted(version),
                Map.of("Content-Type", "application/yaml"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
