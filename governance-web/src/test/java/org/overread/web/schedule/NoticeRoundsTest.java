package org.overread.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.AlertNotices;
import org.overread.monitoring.notify.Channel.Lane;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Sending;
import org.overread.registry.PersonId;

class NoticeRoundsTest {
    private static final Destination PAGER = new Destination.Webhook(new UUID(0, 1));
    private static final Destination TICKETS = new Destination.Webhook(new UUID(0, 2));

    private final NoticeRounds rounds = new NoticeRounds();
    private final SideBySide aside = new SideBySide();
    private final Outside outside = new Outside();

    @BeforeEach
    void wire() {
        aside.threads = Thread.ofVirtual().factory();
        rounds.aside = aside;
        rounds.sending = outside;
        rounds.rounds = new Rounds();
        rounds.notices = new AlertNotices() {
            @Override
            public int remind() {
                return 0;
            }
        };
    }

    @AfterEach
    void letGo() {
        outside.patience.countDown();
        aside.stop();
    }

    @Test
    @DisplayName("D2: a receiver that does not come to an end holds up no other, and no round")
    void theOthersAreTold() throws Exception {
        outside.slow.add(PAGER);
        outside.due.addAll(List.of(PAGER, TICKETS));
        rounds.run();
        assertThat(outside.told()).isEqualTo(TICKETS);

        while (outside.ended.isEmpty()) {
            rounds.run();
        }
        assertThat(outside.told()).isEqualTo(TICKETS);
        assertThat(outside.begun)
                .filteredOn(PAGER::equals)
                .as("one thing at a time")
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "D2: a mail server that does not come to an end holds up the mails, in each of its lines, but no webhook")
    void theLanesDoNotWaitForEachOther() throws Exception {
        var people = IntStream.range(0, 50)
                .<Destination>mapToObj(i -> new Destination.Person(PersonId.of(new UUID(7, i).toString())))
                .toList();
        outside.slow.addAll(people);
        outside.due.addAll(people);
        outside.due.add(TICKETS);

        rounds.run();

        assertThat(outside.told()).isEqualTo(TICKETS);
        assertThat(outside.begun.stream().filter(people::contains).count()).isLessThanOrEqualTo(2);
        outside.patience.countDown();
        for (int i = 0; i < 50; i++) {
            assertThat(outside.told()).isInstanceOf(Destination.Person.class);
        }
    }

    /** Receivers, some of which take the time that the test gives them. */
    private static final class Outside extends Sending {
        private final Queue<Destination> due = new ConcurrentLinkedQueue<>();
        private final Queue<Destination> begun = new ConcurrentLinkedQueue<>();
        private final BlockingQueue<Destination> ended = new LinkedBlockingQueue<>();
        private final Set<Destination> slow = ConcurrentHashMap.newKeySet();
        private final CountDownLatch patience = new CountDownLatch(1);

        Destination told() throws InterruptedException {
            return java.util.Objects.requireNonNull(ended.poll(10, TimeUnit.SECONDS), "nobody was told");
        }

        @Override
        public List<Destination> due() {
            return List.copyOf(due);
        }

        @Override
        public Optional<Lane> lane(Destination to) {
            return Optional.of(to instanceof Destination.Person ? new Lane("mail", 2) : new Lane("webhooks", 4));
        }

        @Override
        public boolean sendNext(Destination to) {
            begun.add(to);
            if (slow.contains(to)) {
                try {
                    patience.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            ended.add(to);
            return false;
        }
    }
}
