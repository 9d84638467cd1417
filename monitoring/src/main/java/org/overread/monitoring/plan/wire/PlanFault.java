package org.overread.monitoring.plan.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a plan's text cannot be read, in a sentence that names the place and the remedy. */
final class PlanFault {
    private PlanFault() {}

    /** @param lines where the fields of the text stand */
    static String of(JacksonException e, PlanLines lines) {
        var near = lines.line(path(e))
                .or(() -> line(e))
                .map(" near line %d"::formatted)
                .orElse("");
        return "The plan cannot be read%s: %s.".formatted(near, reason(e));
    }

    /** Where the reading ended, which is often a line too far. */
    private static Optional<Integer> line(JacksonException e) {
        return Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).filter(line -> line > 0);
    }

    private static String reason(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "there is no field %s here; known are %s"
                        .formatted(
                                unknown.getPropertyName(),
                                unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                "%s must be one of %s"
                        .formatted(
                                path(e), Arrays.toString(wrong.getTargetType().getEnumConstants()));
            case MismatchedInputException wrong -> "%s must be %s".formatted(path(e), kind(wrong.getTargetType()));
            case StreamReadException _ ->
                "this is no YAML (%s); look at brackets, quotes and how far lines are indented"
                        .formatted(firstLine(e.getOriginalMessage()));
            case JacksonException other
            when other.getCause() instanceof IllegalArgumentException refused ->
                "%s: %s".formatted(path(e), refused.getMessage());
            case JacksonException _ -> path(e) + " is written in a way that no plan is";
        };
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "a list, each entry with a dash";
        }
        if (type == java.time.LocalDate.class) {
            return "a day such as 2026-03-01";
        }
        return type.isRecord() ? "fields with their values" : "a text";
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "the plan" : path.toString();
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("no reason given").strip();
    }
}
