package org.overread.web.failure;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** Finds in an exception what it means to the person who asked. */
public final class Failure {
    private Failure() {}

    /** A {@link GovernanceException} if the cause is known, also when a database is away; otherwise the exception. */
    public static Throwable of(Throwable thrown) {
        return first(thrown, GovernanceException.class)
                .<Throwable>map(known -> known)
                .orElseGet(() -> databaseAway(thrown) ? away() : unkeepable(thrown) ? refused() : thrown);
    }

    /** The database takes no such value: a text, number or time beyond what it can hold. Trying again never helps. */
    private static boolean unkeepable(Throwable thrown) {
        return sqlState(thrown).filter(state -> state.startsWith("22")).isPresent();
    }

    private static GovernanceException refused() {
        return new GovernanceException(
                ErrorCode.UNREADABLE,
                "Something that was sent cannot be kept: a text, a number or a time is beyond what can be. Nothing was changed.");
    }

    private static GovernanceException away() {
        return new GovernanceException(
                ErrorCode.OUTSIDE,
                "The database does not answer. Nothing was changed; this page works again as soon as it is back.");
    }

    private static boolean databaseAway(Throwable thrown) {
        return sqlState(thrown)
                        .filter(state -> state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"))
                        .isPresent()
                || causes(thrown)
                        .anyMatch(cause -> cause instanceof jakarta.resource.ResourceException
                                || cause instanceof java.net.ConnectException);
    }

    private static Optional<String> sqlState(Throwable thrown) {
        return first(thrown, SQLException.class).map(SQLException::getSQLState);
    }

    private static <T extends Throwable> Optional<T> first(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
