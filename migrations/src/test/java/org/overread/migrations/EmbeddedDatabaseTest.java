package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @Test
    @DisplayName("G6: what a kept database has taken in is on the disk, also when the power fails a moment later")
    void aKeptDatabaseWritesThrough(@TempDir Path folder) throws Exception {
        try (var database = EmbeddedDatabase.kept(folder.resolve("database"), 0);
                var connection = database.owner().connect();
                var settings = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
            settings.next();

            assertThat(settings.getString(1)).isEqualTo("on");
            assertThat(settings.getString(2)).isEqualTo("on");
        }
    }
}
