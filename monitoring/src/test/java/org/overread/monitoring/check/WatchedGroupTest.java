package org.overread.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.Limit;

class WatchedGroupTest {
    private static final AttributePair PAIR = new AttributePair("age_band", "sex");

    @Test
    @DisplayName("C8: a pair lies within each of its two groups, and all within everybody; nothing within itself")
    void knowsWhatLiesWithinWhat() {
        var everybody = group(null, null, null);
        var women = group("sex", "Female", null);
        var oldWomen = group("age_band × sex", "70+ × Female", PAIR);

        assertThat(oldWomen.within(women)).isTrue();
        assertThat(oldWomen.within(group("age_band", "70+", null))).isTrue();
        assertThat(oldWomen.within(everybody)).isTrue();
        assertThat(women.within(everybody)).isTrue();
        assertThat(oldWomen.within(group("sex", "Male", null))).isFalse();
        assertThat(oldWomen.within(group("age_band", "under 70", null))).isFalse();
        assertThat(women.within(women)).isFalse();
        assertThat(women.within(oldWomen)).isFalse();
    }

    @Test
    @DisplayName(
            "C8: small groups of a pair that are shown together, and an attribute of a like name, are told as they are")
    void tellsWhatIsNoPairAsItIs() {
        var together = group("age_band × sex", "70+ × Female or 70+ × Male", PAIR);
        assertThat(together.subject()).isEqualTo("Sensitivity in age_band × sex 70+ × Female or 70+ × Male");
        assertThat(together.within(group("age_band", "70+", null))).isFalse();

        var single = group("age_band × sex", "70+ × Female", null);
        assertThat(single.subject()).isEqualTo("Sensitivity in age_band × sex 70+ × Female");
        assertThat(single.within(group("sex", "Female", null))).isFalse();
    }

    private static WatchedGroup group(
            @Nullable String attribute, @Nullable String value, @Nullable AttributePair pair) {
        var limit = new Limit(Metric.SENSITIVITY, attribute, Limit.Side.FLOOR, null, 0.6);
        return new GroupLimit(limit, attribute, pair).group(value);
    }
}
