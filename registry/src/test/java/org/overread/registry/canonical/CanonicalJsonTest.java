package org.overread.registry.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.registry.Digest;
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

    /** The samples of RFC 8785, appendix B, by the bits of the double. */
    @ParameterizedTest
    @DisplayName("C2: numbers are written as RFC 8785 has them")
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbers(String bits, String written) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.of(Map.of("n", number))).isEqualTo("{\"n\":" + written + "}");
    }

    @Test
    @DisplayName("C2: 1.0, 1.0E-5 and a control character are written as other languages write them")
    void writesWhatJavaWritesOtherwise() {
        var content = Map.of("a", 1.0, "b", 1.0e-5, "c", "\u000f\n\u007f\u20ac/");

        assertThat(CanonicalJson.of(content)).isEqualTo("{\"a\":1,\"b\":0.00001,\"c\":\"\\u000f\\n\u007f\u20ac/\"}");
        assertThat(SortedJson.of(content)).contains("1.0,", "1.0E-5", "\\u000F");
    }

    @Test
    @DisplayName("C2: what was digested in the form of before stays verifiable, and each text tells its form")
    void knowsBothForms() {
        var content = Map.of("a", 1.0);

        assertThat(CanonicalJson.digests(content, Digest.of("{\"a\":1}"))).isTrue();
        assertThat(CanonicalJson.digests(content, Digest.of("{\"a\":1.0}"))).isTrue();
        assertThat(CanonicalJson.digests(content, Digest.of("{\"a\":2}"))).isFalse();
        assertThat(DigestVersion.of("{\"a\":1}")).isEqualTo(DigestVersion.RFC_8785);
        assertThat(DigestVersion.of("{\"a\":1.0}")).isEqualTo(DigestVersion.SORTED);
        assertThat(DigestVersion.of("altered")).isEqualTo(DigestVersion.SORTED);
    }

    @Test
    void readsNamesAndTheirTextsInOrder() {
        assertThat(SortedJson.texts("{\"z\":\"1\",\"a\":\"2\"}"))
                .containsExactly(Map.entry("a", "2"), Map.entry("z", "1"));
        assertThat(SortedJson.texts(null)).isEmpty();
        assertThatThrownBy(() -> SortedJson.texts("[1]")).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatItWouldNotHaveWritten() {
        assertThatThrownBy(() -> CanonicalJson.read("{\"zebra\":1,\"ant\":2,\"more\":3}", Inner.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> CanonicalJson.read("{\"zebra\":1", Inner.class))
                .isInstanceOf(JacksonException.class);
    }
}
