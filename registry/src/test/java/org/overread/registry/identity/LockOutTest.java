package org.overread.registry.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1000);

    @Test
    void locksAtTheFifthFailureAndNotAtTheFourth() {
        assertThat(LockOut.STANDARD.lockedUntil(minutes(0, 1, 2, 3), at(3))).isEmpty();
        assertThat(LockOut.STANDARD.lockedUntil(minutes(0, 1, 2, 3, 4), at(4))).contains(at(19));
    }

    @Test
    void countsFailuresThatLieExactlyFifteenMinutesApartButNoFurther() {
        assertThat(LockOut.STANDARD.lockedUntil(minutes(0, 1, 2, 3, 15), at(15)))
                .contains(at(30));

        var slower = List.of(at(0), at(1), at(2), at(3), at(15).plus(TICK));

        assertThat(LockOut.STANDARD.lockedUntil(slower, at(15).plus(TICK))).isEmpty();
    }

    @Test
    void endsExactlyFifteenMinutesAfterTheFailureThatLocked() {
        var failures = minutes(0, 1, 2, 3, 4);

        assertThat(LockOut.STANDARD.lockedUntil(failures, at(19).minus(TICK))).contains(at(19));
        assertThat(LockOut.STANDARD.lockedUntil(failures, at(19))).isEmpty();
    }

    @Test
    void locksAgainWhenGuessingGoesOnAfterwards() {
        var failures = minutes(0, 10, 11, 12, 13, 28);

        assertThat(LockOut.STANDARD.lockedUntil(failures, at(27))).contains(at(28));
        assertThat(LockOut.STANDARD.lockedUntil(failures, at(28))).isEmpty();
        assertThat(LockOut.STANDARD.lockedUntil(minutes(0, 13, 28, 28, 28, 28), at(29)))
                .contains(at(43));
    }

    @Test
    void doesNotMindTheOrderInWhichFailuresAreTold() {
        assertThat(LockOut.STANDARD.lockedUntil(minutes(4, 0, 3, 1, 2), at(5))).contains(at(19));
    }

    @Test
    void isOpenWithoutFailures() {
        assertThat(LockOut.STANDARD.lockedUntil(List.of(), NOON)).isEmpty();
    }

    @Test
    void remembersAsLongAsAFailureCanMatter() {
        assertThat(LockOut.STANDARD.memory()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void needsAtLeastOneFailure() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LockOut(0, Duration.ZERO, Duration.ZERO));
    }

    private static List<Instant> minutes(int... minutes) {
        return Arrays.stream(minutes).mapToObj(LockOutTest::at).toList();
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
