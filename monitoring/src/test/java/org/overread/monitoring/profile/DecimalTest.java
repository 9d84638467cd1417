package org.overread.monitoring.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "-12.5",
                "1.",
                "000.10",
                "0.1",
                "1e3",
                "-1E-7",
                "+3",
                ".5",
                "123456789012345",
                "1234567890123456789",
                "0.30000000000000004",
                "4.9e-324",
                "12.345678901234"
            })
    void readsWhatJavaReads(String text) {
        assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--1", "1.2.3", "ICU", "1,5", "1 2", "12a", "."})
    void knowsWhatIsNoNumber(String text) {
        assertThat(Decimal.parse(text)).isNaN();
    }

    @Test
    void readsEachDecimalFractionAsTheNearestDouble() {
        var random = new Random(11);
        for (var i = 0; i < 200_000; i++) {
            var text = BigDecimal.valueOf(random.nextLong() >> 15 + random.nextInt(48), random.nextInt(13))
                    .toPlainString();

            assertThat(Decimal.parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }
}
