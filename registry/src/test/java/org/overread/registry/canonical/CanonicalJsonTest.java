package org.overread.registry.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {
    private record Inner(int zebra, int ant) {}

    private record Content(
            String name, @Nullable Double absent, Instant at, List<Inner> inner, Map<String, Long> counts) {}

    private static Content content() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("z", 1L);
        counts.put("a", 2L);
        return new Content("é", null, Instant.parse("2026-05-04T08:00:00.000001Z"), List.of(new Inner(1, 2)), counts);
    }

    @Test
    void writesKeysInOrderAlsoThoseOfRecordsWithin() {
        assertThat(CanonicalJson.of(content())).isEqualTo("""
                {"absent":null,"at":"2026-05-04T08:00:00.000001Z","counts":{"a":2,"z":1},\
                "inner":[{"ant":2,"zebra":1}],"name":"é"}""");
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(CanonicalJson.read(CanonicalJson.of(content()), Content.class))
                .isEqualTo(content());
    }

    @Test
    void readsNamesAndTheirTextsInOrder() {
        assertThat(CanonicalJson.texts("{\"z\":\"1\",\"a\":\"2\"}"))
                .containsExactly(Map.entry("a", "2"), Map.entry("z", "1"));
        assertThat(CanonicalJson.texts(null)).isEmpty();
        assertThatThrownBy(() -> CanonicalJson.texts("[1]")).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatItWouldNotHaveWritten() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"zebra\":1,\"ant\":2,\"more\":3}", Inner.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> CanonicalJson.read("{\"zebra\":1", Inner.class))
                .isInstanceOf(JacksonException.class);
    }
}
