package org.overread.web.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** What a fault of the database means to whoever asked. */
class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "08006, OUTSIDE",
        "57P01, OUTSIDE",
        "53300, OUTSIDE",
        "22021, UNREADABLE",
        "22008, UNREADABLE",
        "22003, UNREADABLE",
        "22P05, UNREADABLE"
    })
    @DisplayName("F6: try again is said of a database that is away, and never of what it can never keep")
    void tellsAwayFromNever(String state, ErrorCode code) {
        var wrapped = new IllegalStateException(new RuntimeException(new SQLException("ERROR in SELECT x", state)));

        assertThat(Failure.of(wrapped)).isInstanceOfSatisfying(GovernanceException.class, told -> {
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.getMessage()).doesNotContain("SELECT", "ERROR");
        });
    }

    @ParameterizedTest
    @CsvSource({"23505", "42601", "XX000"})
    @DisplayName("F6: other faults of the database are ours")
    void leavesOurFaults(String state) {
        var thrown = new IllegalStateException(new SQLException("broken", state));

        assertThat(Failure.of(thrown)).isSameAs(thrown);
    }
}
