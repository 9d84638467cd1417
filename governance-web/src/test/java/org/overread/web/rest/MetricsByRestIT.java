package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.web.metrics.PrometheusText;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

class MetricsByRestIT {
    @Test
    @DisplayName(
            "G4: Prometheus is told process, pool, requests, rounds, alerts and outbox, in its format and by its type")
    void tellsPrometheus() {
        var machine = Caller.machine(RunningServer.get());
        machine.get("api/v1/models/sepsis-risk");

        var answer = machine.get("api/v1/metrics");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type().replace(" ", "").toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        assertThat(PrometheusText.read(answer.text()))
                .containsKeys(
                        "process_cpu_seconds_total",
                        "overread_database_connections{state=\"in_use\"}",
                        "overread_request_seconds_count{method=\"GET\",route=\"/models/{model}\",status=\"2xx\"}",
                        "overread_round_late_seconds{round=\"notice_rounds\"}",
                        "overread_open_alerts{severity=\"alert\"}",
                        "overread_outbox_deliveries{state=\"given_up\"}",
                        "overread_sign_in_failures_total",
                        "overread_intake_under_way");
        assertThat(Caller.with(RunningServer.get(), Role.ADMINISTRATOR)
                        .get("api/v1/metrics")
                        .status())
                .isEqualTo(200);
        assertThat(Caller.with(RunningServer.get(), Role.MODEL_OWNER)
                        .get("api/v1/metrics")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.stranger(RunningServer.get()).get("api/v1/metrics").status())
                .isEqualTo(401);
    }
}
