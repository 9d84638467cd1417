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
        assertThat(LockOut.ONE_PLACE.lockedUntil(minutes(0, 1, 2, 3), at(3))).isEmpty();
        assertThat(LockOut.ONE_PLACE.lockedUntil(minutes(0, 1, 2, 3, 4), at(4))).contains(at(19));
    }

    @Test
    void countsFailuresThatLieExactlyFifteenMinutesApartButNoFurther() {
        assertThat(LockOut.ONE_PLACE.lockedUntil(minutes(0, 1, 2, 3, 15), at(15)))
                .contains(at(30));

        var slower = List.of(at(0), at(1), at(2), at(3), at(15).plus(TICK));

        assertThat(LockOut.ONE_PLACE.lockedUntil(slower, at(15).plus(TICK))).isEmpty();
    }

    @Test
    void endsExactlyFifteenMinutesAfterTheFailureThatLocked() {
        var failures = minutes(0, 1, 2, 3, 4);

        assertThat(LockOut.ONE_PLACE.lockedUntil(failures, at(19).minus(TICK))).contains(at(19));
        assertThat(LockOut.ONE_PLACE.lockedUntil(failures, at(19))).isEmpty();
    }

    @Test
    void locksAgainWhenGuessingGoesOnAfterwards() {
        var failures = minutes(0, 10, 11, 12, 13, 28);

        assertThat(LockOut.ONE_PLACE.lockedUntil(failures, at(27))).contains(at(28));
        assertThat(LockOut.ONE_PLACE.lockedUntil(failures, at(28))).isEmpty();
        assertThat(LockOut.ONE_PLACE.lockedUntil(minutes(0, 13, 28, 28, 28, 28), at(29)))
                .contains(at(43));
    }

    @Test
    void slowsDownMoreWithEachFurtherFailureUpToALimit() {
        var rule = new LockOut(2, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(5));

        assertThat(rule.lockedUntil(minutes(0), at(0))).isEmpty();
        assertThat(rule.lockedUntil(minutes(0, 1), at(1))).contains(at(2));
        assertThat(rule.lockedUntil(minutes(0, 1, 2), at(2))).contains(at(4));
        assertThat(rule.lockedUntil(minutes(0, 1, 2, 4), at(4))).contains(at(8));
        assertThat(rule.lockedUntil(minutes(0, 1, 2, 4, 8), at(8))).contains(at(13));
        assertThat(rule.lockedUntil(minutes(0, 1, 2, 4, 8, 13), at(13))).contains(at(18));
        assertThat(rule.lockedUntil(minutes(0, 1, 2, 4, 8, 13, 100), at(100))).isEmpty();
    }

    @Test
    void letsThoughtlessnessPassAndGuessesFromManyPlacesHardly() {
        var everySecond = java.util.stream.IntStream.range(0, 4000)
                .mapToObj(NOON::plusSeconds)
                .toList();
        var tried = new java.util.ArrayList<Instant>();
        for (var at : everySecond) {
            if (LockOut.ONE_LOGIN.lockedUntil(tried, at).isEmpty()) {
                tried.add(at);
            }
        }

        assertThat(tried).hasSizeBetween(15, 20);
    }

    @Test
    void doesNotMindTheOrderInWhichFailuresAreTold() {
        assertThat(LockOut.ONE_PLACE.lockedUntil(minutes(4, 0, 3, 1, 2), at(5))).contains(at(19));
    }

    @Test
    void isOpenWithoutFailures() {
        assertThat(LockOut.ONE_PLACE.lockedUntil(List.of(), NOON)).isEmpty();
    }

    @Test
    void remembersAsLongAsAFailureCanMatter() {
        assertThat(LockOut.ONE_PLACE.memory()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void needsAtLeastOneFailure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockOut(0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    private static List<Instant> minutes(int... minutes) {
        return Arrays.stream(minutes).mapToObj(LockOutTest::at).toList();
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
