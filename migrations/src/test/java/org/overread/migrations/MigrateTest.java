package org.overread.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrateTest {
    @Test
    void bringsAnEmptyDatabaseToTheSchemaAndThenHasNothingLeftToDo() {
        var access = ScratchDatabase.fresh();

        assertThat(Migrate.run(access.owner(), access.application())).isZero();
    }

    @Test
    void letsTheApplicationConnectButNotAlterTheSchema() throws SQLException {
        var access = ScratchDatabase.fresh();

        try (var connection = access.application().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE registry.mine (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesThatTheApplicationWorksAsTheOwner() {
        var access = ScratchDatabase.fresh();

        assertThatThrownBy(() -> Migrate.run(access.owner(), access.owner()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OVERREAD_DB_APP_USER");
    }
}
