package org.overread.registry.canonical;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a record as JSON with its keys sorted, no white space, times as ISO 8601 in UTC, absent values as {@code null}.
 * It is for what is stored and read back by this product, and quick. What is digested and signed is written by
 * {@link CanonicalJson}, which others can write too.
 */
public final class SortedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private SortedJson() {}

    public static String of(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /**
     * Reads back what {@link #of} wrote.
     *
     * @throws tools.jackson.core.JacksonException when the text is not such a record
     */
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /**
     * Reads names and their texts, such as features or the values of a group; none when there is no text.
     *
     * @throws tools.jackson.core.JacksonException when the text is something else
     */
    public static SortedMap<String, String> texts(@Nullable String text) {
        return text == null ? new TreeMap<>() : MAPPER.readValue(text, TEXTS);
    }
}
