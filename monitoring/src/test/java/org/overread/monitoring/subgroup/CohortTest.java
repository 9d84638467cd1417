package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortTest {
    private final Cohort.Builder rows = Cohort.builder();

    @Test
    void keepsRowsInOrderHoweverManyCome() {
        for (var i = 0; i < 100_000; i++) {
            rows.add(i / 100_000.0, i % 3 - 1, i, rows.slice(Map.of("unit", "U" + i % 7)));
        }

        var cohort = rows.build();

        assertThat(cohort.size()).isEqualTo(100_000);
        assertThat(cohort.scores()[99_999]).isEqualTo(.99999);
        assertThat(cohort.outcomes()).startsWith(-1, 0, 1, -1);
        assertThat(cohort.dictionary()).hasSize(7).first().isEqualTo(new Slice(Map.of("unit", "U0")));
    }

    @Test
    void refusesWhatIsNoPrediction() {
        var slice = rows.slice(Map.of());

        assertThatIllegalArgumentException().isThrownBy(() -> rows.add(Double.NaN, 1, 1, slice));
        assertThatIllegalArgumentException().isThrownBy(() -> rows.add(1.5, 1, 1, slice));
        assertThatIllegalArgumentException().isThrownBy(() -> rows.add(.5, 2, 1, slice));
        assertThatIllegalArgumentException().isThrownBy(() -> rows.add(.5, 1, 1, slice + 1));
    }

    @Test
    void countsAPredictionWithoutPatientAsAPatientAlone() {
        for (var i = 0; i < 12; i++) {
            rows.add(.5, i % 2, null, Map.of("unit", "A"));
            rows.add(.5, i % 2, "the same", Map.of("unit", "B"));
        }
        var cohort = rows.build();

        var tally = Tally.of(cohort, .5);

        assertThat(tally.patients(slices(0), Tally.ALL)).isEqualTo(11);
        assertThat(tally.patients(slices(1), Tally.ALL)).isEqualTo(1);
        assertThat(tally.predictions(slices(1), Tally.ALL)).isEqualTo(12);
    }

    @Test
    void anEmptyValueIsMissing() {
        assertThat(new Slice(Map.of("sex", " ")).value("sex")).isEqualTo("(missing)");
        assertThat(new Slice(Map.of()).value("sex")).isEqualTo("(missing)");
        assertThat(new Slice(Map.of("sex", "Male")).value("sex")).isEqualTo("Male");
    }

    private static BitSet slices(int slice) {
        var set = new BitSet();
        set.set(slice);
        return set;
    }
}
