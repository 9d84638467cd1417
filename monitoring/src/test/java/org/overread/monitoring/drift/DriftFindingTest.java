package org.overread.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DriftFindingTest {
    private static final Column INSULIN = Column.feature("insulin");

    @Test
    @DisplayName("C8: a column must hold for two of the latest three windows to be a finding")
    void wantsPersistence() {
        assertThat(months(50, 60).sustained()).isFalse();
        assertThat(months(60, 50, 60).sustained()).isTrue();
        assertThat(months(60, 60, 50, 50).sustained()).isFalse();
        assertThat(months().sustained()).isFalse();
    }

    @Test
    @DisplayName("C8: it tells for how many windows in a row it has held")
    void countsWindowsInARow() {
        assertThat(months(60, 50, 60, 62, 64).run()).isEqualTo(3);
        assertThat(months(60, 60, 50).run()).isZero();
        assertThat(months(60, 60, 50).lately()).isEqualTo(2);
    }

    @Test
    @DisplayName("C8: values and missing values hold each for themselves")
    void doesNotAddUpWhatDiffers() {
        var windows = List.of(mark(60, 0), mark(50, 300));

        assertThat(finding(windows).sustained()).isFalse();
        assertThat(finding(windows).run()).isEqualTo(1);
    }

    @Test
    void tellsTheLatestWindowThatMoved() {
        assertThat(months(60, 62, 50).meaning()).isEqualTo("insulin is “Down” in 38 %, 50 % in the reference window.");
        assertThat(months(62, 50, 50).meaning()).isEqualTo("insulin looks as it did in the reference window.");
    }

    private static DriftFinding months(int... percentUp) {
        var windows = new ArrayList<List<Mark>>();
        for (int percent : percentUp) {
            windows.add(mark(percent, 0));
        }
        return finding(windows);
    }

    private static DriftFinding finding(List<List<Mark>> windows) {
        var overall = List.of(mark(50, 0).getFirst().judged());
        return DriftFinding.of(DriftRule.DEFAULT, overall, windows).getFirst();
    }

    private static List<Mark> mark(int percentUp, long missing) {
        var reference = Sample.categories(0, Map.of("Up", 5_000L, "Down", 5_000L));
        var current = Sample.categories(missing, Map.of("Up", 10L * percentUp, "Down", 1_000L - 10L * percentUp));
        return Judging.of(DriftRule.DEFAULT, List.of(ColumnDrift.of(INSULIN, reference, current))).stream()
                .map(judged -> new Mark(Instant.EPOCH, Instant.EPOCH, judged))
                .toList();
    }
}
