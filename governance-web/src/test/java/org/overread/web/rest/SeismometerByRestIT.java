package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** The rows of a version by REST on the real server. */
class SeismometerByRestIT {
    private static final String ROWS = "api/v1/models/sepsis-risk/versions/1/seismometer";

    private final RunningServer server = RunningServer.get();
    private final Caller chair = Caller.person(server, "nora.chair");

    @Test
    @DisplayName("F7: the chair takes the rows of a version as a zip, and the trail says so")
    void handsOutTheRows() {
        var before = recorded();

        var answer = chair.get(ROWS);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.type()).startsWith("application/zip");
        assertThat(answer.text()).startsWith("PK").contains("sepsis-risk-1-seismometer/config.yml");
        assertThat(recorded()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("F7: a time without predictions is refused with what to do, and a time that is none with its field")
    void saysWhyThereIsNothing() {
        var before = recorded();
        var empty = chair.get(ROWS + "?from=2099-01-01");
        var wrong = chair.get(ROWS + "?from=yesterday");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.type()).startsWith("application/problem+json");
        assertThat(empty.text()).contains("There are no predictions in this time");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("from");
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    @DisplayName("G1: the model's owner reads its figures and takes no rows")
    void refusesThoseWhoMayNotExport() {
        assertThat(Caller.person(server, "max.owner").get(ROWS).status()).isEqualTo(403);
        assertThat(Caller.stranger(server).get(ROWS).status()).isEqualTo(401);
        assertThat(chair.get("api/v1/models/no-such-model/versions/1/seismometer")
                        .status())
                .isEqualTo(404);
    }

    private long recorded() {
        return Caller.person(server, "lena.compliance")
                .get("api/v1/audit?action=rows.exported")
                .json()
                .get("entries")
                .size();
    }
}
