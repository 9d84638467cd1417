package org.overread.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/** Reads query parameters, and names the one that cannot be read. */
final class Parameters {
    private Parameters() {}

    /** A time such as {@code 2026-03-01T10:00:00Z}, or a day, which stands for its first moment in UTC. */
    static Instant instant(String name, String text) {
        try {
            return text.length() == 10
                    ? Strictly.day(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Strictly.instant(text);
        } catch (DateTimeException e) {
            throw unreadable(
                    name, "must be a time such as 2026-03-01T10:00:00Z or a day such as 2026-03-01, from 1900 to 2999");
        }
    }

    static @Nullable Instant optionalInstant(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : instant(name, text);
    }

    static @Nullable Double optionalNumber(String name, @Nullable String text) {
        try {
            if (text == null || text.isBlank()) {
                return null;
            }
            double number = Double.parseDouble(text.trim());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told like one that is not finite
        }
        throw unreadable(name, "must be a number");
    }

    /**
     * An id from a path.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND}, since what is no id names nothing
     */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is nothing with the id " + text.strip());
        }
    }

    /** The version of that model with the number in that field. */
    static ModelVersionId version(String field, String model, int number) {
        if (model.isBlank()) {
            throw wrong("model", "must be given");
        }
        if (number < 1) {
            throw wrong(field, "must be the number of a version, from 1");
        }
        return new ModelVersionId(model, number);
    }

    static List<String> list(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : List.of(text.split(",")).stream()
                        .map(String::trim)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    static <T extends Enum<T>> T oneOf(String name, Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw wrong(name, "must be one of " + List.of(type.getEnumConstants()));
    }

    /** What must be given, when it is. */
    static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw wrong(field, "must be given");
        }
        return value;
    }

    /** The parameter can be read and is not acceptable. */
    static GovernanceException wrong(String name, String reason) {
        return problem(ErrorCode.INVALID, name, reason);
    }

    private static GovernanceException unreadable(String name, String reason) {
        return problem(ErrorCode.UNREADABLE, name, reason);
    }

    private static GovernanceException problem(ErrorCode code, String name, String reason) {
        return new GovernanceException(
                code, "The field " + name + " " + reason + ".", List.of(new FieldProblem(name, reason)));
    }

    static Digest digest(String name, String text) {
        try {
            return new Digest(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "is not a SHA-256 as 64 lower-case hexadecimal digits");
        }
    }
}
