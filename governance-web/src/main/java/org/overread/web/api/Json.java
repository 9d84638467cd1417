package org.overread.web.api;

import com.fasterxml.jackson.annotation.Nulls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.prediction.wire.BodyLimits;
import org.overread.monitoring.prediction.wire.BodyStream;
import org.overread.registry.GovernanceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records to JSON and back, for every resource: camel case, ISO 8601 times, what does not fit is refused by name. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
@Produces({MediaType.APPLICATION_JSON, "application/*+json"})
public class Json implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .annotationIntrospector(new Strictly.AsTypesSay())
            .addModule(Strictly.module())
            .build();

    /** Enough for the longest prompt and configuration there may be; what is larger is sent as lines. */
    private static final BodyLimits LIMITS = new BodyLimits(4L << 20, 200);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type != InputStream.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body, MAPPER.constructType(generic));
    }

    /** @throws GovernanceException naming what cannot be read, or that there is nothing */
    static <T> T read(InputStream body, Class<T> type) throws IOException {
        return read(body, MAPPER.constructType(type));
    }

    private static <T> T read(InputStream body, JavaType type) throws IOException {
        try {
            @Nullable T read = MAPPER.readValue(BodyStream.of(body, LIMITS), type);
            if (read == null) {
                throw BodyFault.missing();
            }
            return read;
        } catch (JacksonException e) {
            throw BodyFault.of(e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return !InputStream.class.isAssignableFrom(type) && type != String.class && type != byte[].class;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        MAPPER.writeValue(out, value);
    }
}
