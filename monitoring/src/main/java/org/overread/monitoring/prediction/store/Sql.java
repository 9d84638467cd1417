package org.overread.monitoring.prediction.store;

import java.sql.SQLException;
import java.util.Set;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** Tells the database's failures in the product's words. */
final class Sql {
    private static final Set<String> GOT_IN_EACH_OTHERS_WAY = Set.of("40P01", "40001");

    private Sql() {}

    static GovernanceException failure(SQLException e) {
        var state = e.getSQLState();
        var failure = state != null && GOT_IN_EACH_OTHERS_WAY.contains(state)
                ? new GovernanceException(
                        ErrorCode.CONFLICT,
                        "Another batch was storing the same predictions. Nothing of this one was stored: send it again")
                : new GovernanceException(
                        ErrorCode.OUTSIDE,
                        "The database does not answer as it should. Nothing was stored: send it again");
        failure.initCause(e);
        return failure;
    }
}
