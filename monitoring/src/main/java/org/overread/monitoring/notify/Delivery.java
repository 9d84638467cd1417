package org.overread.monitoring.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A notice on its way to one receiver. Its id stays the same over all tries, so that the receiver can tell a repetition.
 * After a failure the next try waits 30 seconds, and four times as long after each further one, at most 12 hours; after
 * {@value #MOST_TRIES} tries, about a day, it is given up until somebody sends it again.
 *
 * @param tries since it was last put on its way
 * @param nextAt when it is tried next; says nothing once it is settled
 * @param attempts all of them, the first first
 */
public record Delivery(
        UUID id,
        Notice notice,
        Destination to,
        State state,
        int tries,
        Instant createdAt,
        Instant nextAt,
        List<Attempt> attempts) {
    static final int MOST_TRIES = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(12);

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** How far it has come. */
    public enum State {
        WAITING("Waiting"),
        DELIVERED("Delivered"),
        GIVEN_UP("Given up"),
        DROPPED("Dropped");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** The state as it is printed. */
        public String title() {
            return title;
        }
    }

    static Delivery begin(UUID id, Notice notice, Destination to, Instant now) {
        return new Delivery(id, notice, to, State.WAITING, 0, now, now, List.of());
    }

    /** A test on its way. */
    public static Delivery test(UUID id, UUID notice, Destination to, Instant now) {
        return begin(id, Notice.test(notice, now), to, now);
    }

    /** The delivery after one more try. What was let go or given up while it was tried stays so, unless it arrived. */
    Delivery after(Answer answer, Instant now) {
        var all = Stream.concat(
                        attempts.stream(),
                        Stream.of(new Attempt(
                                attempts.size() + 1, now, answer instanceof Answer.Delivered, answer.words())))
                .toList();
        var next = state == State.WAITING || answer instanceof Answer.Delivered ? next(answer) : state;
        var at = next == State.WAITING ? now.plus(wait(tries + 1)) : now;
        return new Delivery(id, notice, to, next, tries + 1, createdAt, at, all);
    }

    private State next(Answer answer) {
        return switch (answer) {
            case Answer.Delivered _ -> State.DELIVERED;
            case Answer.Never _ -> State.GIVEN_UP;
            case Answer.Later _, Answer.Doubtful _ -> tries + 1 < MOST_TRIES ? State.WAITING : State.GIVEN_UP;
        };
    }

    /** The delivery put on its way once more, with as many tries as the first time. */
    Delivery again(Instant now) {
        return new Delivery(id, notice, to, State.WAITING, 0, createdAt, now, attempts);
    }

    /** The delivery that nobody waits for any more. */
    Delivery letGo(Instant now) {
        return new Delivery(id, notice, to, State.DROPPED, tries, createdAt, now, attempts);
    }

    public Optional<Attempt> lastAttempt() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    private static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << 2 * (tries - 1));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
