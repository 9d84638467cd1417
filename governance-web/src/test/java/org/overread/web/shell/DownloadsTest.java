package org.overread.web.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.Role;
import org.overread.registry.audit.Deed;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;
import org.overread.web.security.CurrentActor;
import org.overread.web.testing.People;

class DownloadsTest {
    private static final Actor CORA = People.with(Role.COMPLIANCE);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final Downloads downloads = new Downloads();

    DownloadsTest() {
        downloads.trail = trail;
        downloads.current = new CurrentActor() {
            @Override
            public Actor actor() {
                return CORA;
            }
        };
    }

    @Test
    @DisplayName("C7: a table that is taken from a page is on record, with the page, the lines and the digest")
    void recordsWhatIsTaken() {
        var bytes = "a,b\r\n1,2\r\n".getBytes(UTF_8);

        downloads.taken("models/sepsis/versions/2", "sepsis-2-drift-north-2026-01-01-to-2026-03-31.csv", bytes);

        assertThat(trail.recorded())
                .containsExactly(new Recorded(
                        CORA,
                        new Deed(
                                "page.downloaded",
                                "page",
                                "models/sepsis/versions/2",
                                "sepsis",
                                "took a file from a page: sepsis-2-drift-north-2026-01-01-to-2026-03-31.csv",
                                Map.of("lines", "2", "sha256", Digest.of(bytes).hex()))));
    }

    @Test
    void knowsNoModelWhereThePageHasNone() {
        downloads.taken("monitoring", "Download these numbers (CSV)", new byte[0]);

        assertThat(trail.recorded().getFirst().deed().model()).isNull();
    }
}
