package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** The plan and its runs by REST on the real server. */
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
