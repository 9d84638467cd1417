package org.overread.web.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body cannot be read: the field, and what would be right. It repeats neither what was sent nor our own names. */
final class BodyFault {
    /** What stands in for a field where the body as a whole is wrong. */
    static final String BODY = "body";

    private BodyFault() {}

    static GovernanceException of(JacksonException e) {
        if (Failure.of(e) instanceof GovernanceException ours) {
            return ours;
        }
        var problem = problem(e);
        return new GovernanceException(
                ErrorCode.UNREADABLE,
                "The body cannot be read: %s %s.".formatted(problem.field(), problem.reason()),
                List.of(problem));
    }

    static FieldProblem problem(JacksonException e) {
        return new FieldProblem(path(e), reason(e));
    }

    static GovernanceException missing() {
        return new GovernanceException(
                ErrorCode.UNREADABLE,
                "The body is missing, or null: send a JSON object.",
                List.of(new FieldProblem(BODY, "must be given")));
    }

    private static String reason(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "is not known; known are " + known(unknown);
            case InvalidNullException _ -> "must be given";
            case InvalidFormatException wrong -> format(wrong);
            case MismatchedInputException wrong -> mismatch(wrong);
            case InputCoercionException wrong -> "must be " + kind(wrong.getTargetType());
            case StreamConstraintsException _ -> "is nested too deeply, or holds a number or name that is too long";
            case StreamReadException broken -> "is no JSON" + at(broken);
            case DatabindException refused
            when refused.getCause() instanceof IllegalArgumentException ours && isOurs(ours) ->
                "is refused: " + ours.getMessage();
            case JacksonException _ -> "holds something that is missing or does not fit";
        };
    }

    /** What our own types say of a value is meant for whoever sent it; what others say is not. */
    private static boolean isOurs(IllegalArgumentException cause) {
        var thrown = cause.getStackTrace();
        return cause.getMessage() != null
                && thrown.length > 0
                && thrown[0].getClassName().startsWith("org.overread.");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String format(InvalidFormatException wrong) {
        var type = wrong.getTargetType();
        if (type != null && type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        var said = wrong.getOriginalMessage();
        int words = said.indexOf("must be ");
        return words >= 0 ? said.substring(words) : "must be " + kind(type);
    }

    private static String mismatch(MismatchedInputException wrong) {
        return wrong.getOriginalMessage().startsWith("Missing required creator property")
                ? "must be given"
                : "must be " + kind(wrong.getTargetType());
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number that is not too large";
        }
        if (type.isPrimitive() && type != boolean.class || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == UUID.class) {
            return "an id such as 3f0c2b1e-5a77-4d5e-9c1b-0d6f2a8e4c11";
        }
        if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
            return "a time such as 2026-03-01T10:00:00Z, or a day such as 2026-03-01";
        }
        return type.isRecord()
                ? "an object"
                : type.getSimpleName().toLowerCase(Locale.ROOT).contains("bool")
                        ? "true or false"
                        : type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : "a text";
    }

    private static String at(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(shortened(step.getPropertyName()));
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
