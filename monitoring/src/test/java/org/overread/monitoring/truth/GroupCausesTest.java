package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Falls of two sexes and five ages, and of each age of either sex; a fall of 0.05 and more matters. */
class GroupCausesTest {
    private static final String BOTH = "age × sex";

    @Test
    @DisplayName("C8: a pair that stands out in its group by chance, as one of ten will, is not named")
    void namesNoPairThatChanceHasMadeStandOut() {
        // z = 0.04/√(0.0003 − 0.0001) = 2.83, p = 0.0047: of ten 0.047; with 0.037, 2.62 and 0.0089: of ten 0.089
        assertThat(told(0.02, 0.06)).containsExactly("age 80 with sex Male");
        assertThat(told(0.02, 0.057)).isEmpty();
    }

    @Test
    @DisplayName("C3: a group is blamed itself when it would matter without its worse part as well, and not otherwise")
    void blamesAGroupForMoreThanItsPart() {
        assertThat(told(0.06, 0.11, 0.02)).containsExactly("age 80 with sex Male");
        assertThat(told(0.06, 0.11, 0.055)).containsExactlyInAnyOrder("age 80", "age 80 with sex Male");
    }

    private static List<String> told(double old, double oldMen) {
        return told(old, oldMen, 0);
    }

    private static List<String> told(double old, double oldMen, double oldWomen) {
        var tested = new ArrayList<TestedGroup>();
        tested.add(fall("sex", "Male", 0.01, 0.00005));
        tested.add(fall("sex", "Female", 0, 0.00005));
        for (var age : List.of("40", "50", "60", "70", "80")) {
            boolean eighty = age.equals("80");
            tested.add(fall("age", age, eighty ? old : 0, 0.0001));
            tested.add(fall(BOTH, age + " × Male", eighty ? oldMen : 0, 0.0003));
            tested.add(fall(BOTH, age + " × Female", eighty ? oldWomen : 0, 0.0003));
        }
        return GroupCauses.of(tested).stream()
                .map(each -> TestedGroup.name(each.group()))
                .toList();
    }

    private static TestedGroup fall(String attribute, String value, double fall, double variance) {
        return new TestedGroup(
                new MadeUp().group(attribute, value),
                fall,
                variance,
                0.05,
                1,
                fall >= 0.05 ? 1e-6 : 1,
                fall >= 0.05,
                "");
    }
}
