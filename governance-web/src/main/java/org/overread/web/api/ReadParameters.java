package org.overread.web.api;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.web.api.contract.Words;

/**
 * Reads the numbers and switches in an address within the bounds that the contract tells, and names the one that does not
 * fit. What stands between two slashes is never blank.
 */
@Provider
public class ReadParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var name = name(annotations);
        if (name.isEmpty()) {
            return null;
        }
        if (type == int.class || type == Integer.class) {
            return (ParamConverter<T>) new Whole(name.get(), inPath(annotations));
        }
        if (type == String.class && inPath(annotations)) {
            return (ParamConverter<T>) new Segment(name.get());
        }
        return type == boolean.class || type == Boolean.class ? (ParamConverter<T>) new Switch(name.get()) : null;
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case PathParam path -> path.value();
                    case QueryParam query -> query.value();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean inPath(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(PathParam.class::isInstance);
    }

    private static String segment(String name, String text) {
        if (text.isBlank()) {
            throw wrong(name, "must not be blank");
        }
        return text;
    }

    static GovernanceException wrong(String name, String reason) {
        return new GovernanceException(
                ErrorCode.UNREADABLE,
                "The parameter " + name + " " + reason + ".",
                List.of(new FieldProblem(name, reason)));
    }

    private record Segment(String name) implements ParamConverter<String> {
        @Override
        public String fromString(String text) {
            return segment(name, text);
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }

    private record Whole(String name, boolean inPath) implements ParamConverter<Integer> {
        @Override
        public @Nullable Integer fromString(String text) {
            if (inPath) {
                segment(name, text);
            } else if (text.isBlank()) {
                return null;
            }
            var least = bound("minimum", Integer.MIN_VALUE);
            var most = bound("maximum", Integer.MAX_VALUE);
            try {
                var number = new BigDecimal(text.strip().length() > 11 ? "x" : text.strip());
                if (number.scale() <= 0 && number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                    return number.intValueExact();
                }
            } catch (NumberFormatException e) {
                // told like one that is out of bounds
            }
            throw wrong(name, "must be a whole number from %s to %s".formatted(least, most));
        }

        private BigDecimal bound(String which, int otherwise) {
            return Objects.requireNonNullElse(Words.kept().bound(name, which), BigDecimal.valueOf(otherwise));
        }

        @Override
        public String toString(Integer value) {
            return value.toString();
        }
    }

    private record Switch(String name) implements ParamConverter<Boolean> {
        @Override
        public Boolean fromString(String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false", "" -> false;
                default -> throw wrong(name, "must be true or false");
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
