package org.overread.web.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.overread.web.api.contract.Nullness;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** What bodies may hold: text that can be kept, numbers that are some, times of this age, and nothing missing that must not. */
final class Strictly {
    private Strictly() {}

    static SimpleModule module() {
        return new SimpleModule("strictly")
                .addDeserializer(String.class, new Text())
                .addDeserializer(
                        Instant.class,
                        new Time<>(Instant.class, Strictly::instant, "a time such as 2026-03-01T10:00:00Z"))
                .addDeserializer(
                        LocalDate.class, new Time<>(LocalDate.class, Strictly::day, "a day such as 2026-03-01"))
                .addDeserializer(Double.class, new Number())
                .addDeserializer(double.class, new Number());
    }

    /** @throws DateTimeException also for a time that no calendar of ours needs and no database keeps */
    static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        day(time.toLocalDate().toString());
        return time.toInstant();
    }

    /** @throws DateTimeException also for a day that no calendar of ours needs and no database keeps */
    static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw new DateTimeException("not from 1900 to 2999");
        }
        return day;
    }

    /** Whether it can be kept as UTF-8 and in the database: no NUL, no half of a character. */
    static boolean keepable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF);
    }

    private static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.currentToken().isScalarValue()) {
                return (String) context.handleUnexpectedToken(getValueType(context), json);
            }
            var text = json.getString();
            return keepable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(
                            String.class, text, "must be text; it holds a character that cannot be kept");
        }
    }

    private static final class Time<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> reading;
        private final String wanted;

        Time(Class<T> type, Function<String, T> reading, String wanted) {
            super(type);
            this.reading = reading;
            this.wanted = wanted;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(getValueType(context), json);
            }
            try {
                return reading.apply(json.getString().strip());
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(
                        handledType(), json.getString(), "must be " + wanted + ", from 1900 to 2999");
            }
        }
    }

    private static final class Number extends StdScalarDeserializer<Double> {
        Number() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) {
            double number = number(json);
            return Double.isFinite(number)
                    ? number
                    : (Double) context.handleUnexpectedToken(getValueType(context), json);
        }

        private static double number(JsonParser json) {
            try {
                return switch (json.currentToken()) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                    case VALUE_STRING -> Double.parseDouble(json.getString());
                    default -> Double.NaN;
                };
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /** Lets the records say what must be given: whatever is not nullable, but for lists, which are empty then. */
    static final class AsTypesSay extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return component(member)
                    .<Boolean>map(Nullness::mustBeGiven)
                    .orElseGet(() -> super.hasRequiredMarker(config, member));
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            return component(member)
                    .filter(component -> !Nullness.mayBeMissing(component.getAnnotatedType()))
                    .map(component -> Collection.class.isAssignableFrom(component.getType())
                            ? JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)
                            : JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                    .orElseGet(() -> super.findSetterInfo(config, member));
        }

        private static Optional<RecordComponent> component(Annotated annotated) {
            if (!(annotated instanceof AnnotatedMember member)
                    || !member.getDeclaringClass().isRecord()) {
                return Optional.empty();
            }
            var components = member.getDeclaringClass().getRecordComponents();
            return member instanceof AnnotatedParameter parameter
                    ? Optional.of(components[parameter.getIndex()])
                    : Arrays.stream(components)
                            .filter(component -> component.getName().equals(member.getName()))
                            .findFirst();
        }
    }
}
