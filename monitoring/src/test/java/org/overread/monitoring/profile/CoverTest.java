package org.overread.monitoring.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoverTest {
    private static final LocalDate MONDAY = LocalDate.parse("2025-01-06");

    @Test
    @DisplayName("C2: a window is read from whole weeks, and from single days before and after them")
    void takesWholeWeeks() {
        var cover = cover(MONDAY.minusDays(2), MONDAY.plusDays(16));

        assertThat(cover.weeks()).containsExactly(MONDAY, MONDAY.plusDays(7));
        assertThat(cover.days())
                .containsExactly(MONDAY.minusDays(2), MONDAY.minusDays(1), MONDAY.plusDays(14), MONDAY.plusDays(15));
        assertThat(cover.behind()).isEmpty();
    }

    @Test
    @DisplayName("C2: a day that is behind keeps its week from being read, and no other")
    void leavesTheWeekOfAChangedDay() {
        var cover = cover(MONDAY, MONDAY.plusDays(14), MONDAY.plusDays(9), MONDAY.plusDays(30));

        assertThat(cover.weeks()).containsExactly(MONDAY);
        assertThat(cover.behind()).containsExactly(MONDAY.plusDays(9));
        assertThat(cover.days()).hasSize(6).doesNotContain(MONDAY.plusDays(9));
    }

    @Test
    void takesNoWeekThatEndsLater() {
        assertThat(cover(MONDAY, MONDAY.plusDays(6)).weeks()).isEmpty();
        assertThat(cover(MONDAY, MONDAY.plusDays(7)).weeks()).containsExactly(MONDAY);
    }

    @Test
    @DisplayName("C2: the hours beside whole days are told apart from them")
    void tellsHoursFromDays() {
        var span = span("2025-01-05T10:00:00Z", "2025-01-08T00:00:00.000001Z");

        assertThat(span.firstDay()).isEqualTo("2025-01-06");
        assertThat(span.endDay()).isEqualTo("2025-01-08");
        assertThat(span.hours())
                .containsExactly(
                        span("2025-01-05T10:00:00Z", "2025-01-06T00:00:00Z"),
                        span("2025-01-08T00:00:00Z", "2025-01-08T00:00:00.000001Z"));
        assertThat(span("2025-01-05T10:00:00Z", "2025-01-05T11:00:00Z").hours())
                .containsExactly(span("2025-01-05T10:00:00Z", "2025-01-05T11:00:00Z"));
        assertThat(TimeSpan.days(MONDAY, MONDAY.plusDays(1)).hours()).isEmpty();
        assertThat(new TimeSpan(null, null).hours()).isEmpty();
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    private static Cover cover(LocalDate from, LocalDate to, LocalDate... changed) {
        return Cover.of(from, to, new TreeSet<>(List.of(changed)));
    }
}
