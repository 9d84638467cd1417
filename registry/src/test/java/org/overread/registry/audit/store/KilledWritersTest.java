package org.overread.registry.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.migrations.DatabaseAccess;
import org.overread.migrations.ScratchDatabase;
import org.overread.registry.audit.ChainVerification.Verified;

class KilledWritersTest {
    private static final int KILLED_AFTER = 2_000;

    private final ScratchDatabase.Access access = ScratchDatabase.fresh();

    @Test
    @DisplayName("D3: kill -9 in the middle of many writes loses no entry that was committed, and the chain holds")
    void losesNothing() throws Exception {
        var committed = writeUntilKilled(access.application());

        try (var unit = new TrailUnit(access.application(), 2)) {
            var verification = unit.verification();
            var sealed = new HashSet<String>();
            unit.commit(entities -> entities.createNativeQuery("SELECT subject_id FROM registry.audit_entry")
                    .getResultList()
                    .forEach(subject -> sealed.add((String) subject)));

            assertThat(committed).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
            assertThat(sealed).containsAll(committed);
            assertThat(verification)
                    .isInstanceOfSatisfying(
                            Verified.class,
                            verified -> assertThat(verified.count()).isEqualTo(sealed.size()));
        }
    }

    private static Set<String> writeUntilKilled(DatabaseAccess to) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var writers = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritersToKill.class.getName(),
                        to.url(),
                        to.user(),
                        to.password())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var committed = new HashSet<String>();
        try (var said = new BufferedReader(new InputStreamReader(writers.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null) {
                committed.add(line);
                if (committed.size() == KILLED_AFTER) {
                    writers.toHandle().destroyForcibly(); // SIGKILL; what it has said can still be read
                }
                line = said.readLine();
            }
        } finally {
            writers.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        return committed;
    }
}
