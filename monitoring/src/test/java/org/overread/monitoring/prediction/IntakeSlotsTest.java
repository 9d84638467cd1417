package org.overread.monitoring.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

class IntakeSlotsTest {
    @Test
    @DisplayName("F5: a body waits while others are taken in; who comes when the queue is full is asked to come later")
    void waitsOrIsSentAway() throws Exception {
        var slots = new IntakeSlots(1, 1, 60_000);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit(() -> slots.run("feed", () -> {
                inside.countDown();
                await(leave);
                return "first";
            }));
            inside.await();
            var second = executor.submit(() -> slots.run("feed", () -> "second"));
            while (slots.waiting() == 0) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> slots.run("feed", () -> "third"))
                    .isInstanceOfSatisfying(
                            GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY));
            assertThat(second.isDone()).isFalse();
            leave.countDown();

            assertThat(first.get()).isEqualTo("first");
            assertThat(second.get()).isEqualTo("second");
        }
        assertThat(slots.run("feed", () -> "later")).isEqualTo("later");
    }

    @Test
    @DisplayName("D2: one sender cannot take every place: another is let in at once")
    void leavesRoomForOthers() throws Exception {
        var slots = new IntakeSlots(4, 8, 60_000);
        var leave = new CountDownLatch(1);
        var inside = new CountDownLatch(3);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 9; i++) {
                executor.execute(() -> slots.run("greedy", () -> {
                    inside.countDown();
                    await(leave);
                    return "slow";
                }));
            }
            inside.await();
            while (slots.waiting() < 6) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> slots.run("greedy", () -> "one more"))
                    .isInstanceOfSatisfying(
                            GovernanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY));
            assertThat(slots.run("ward", () -> "stored")).isEqualTo("stored");
            leave.countDown();
        }
    }

    @Test
    void waitsOnlySoLongAndGivesThePlaceBackWhenTheWorkFails() throws Exception {
        var slots = new IntakeSlots(1, 1, 0);

        assertThatThrownBy(() -> slots.run("feed", () -> slots.run("other", () -> "inside")))
                .hasMessageContaining("send it later");
        assertThat(slots.run("feed", () -> "free again")).isEqualTo("free again");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
