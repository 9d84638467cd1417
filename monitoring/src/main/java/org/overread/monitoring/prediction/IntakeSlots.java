package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * How many bodies are taken in at the same time. Each holds some tens of megabytes and a database connection, so that
 * without a limit many senders at once would take the memory and the connections of everybody else. Who comes when all
 * are taken waits a while unread, and is then asked to come back. No sender has all of them: one is left for the others.
 */
@ApplicationScoped
class IntakeSlots {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 8;
    private static final int PATIENCE_SECONDS = 30;

    private final Door all;
    private final Map<String, Door> shares = new ConcurrentHashMap<>();
    private final int ofOne;
    private final int waitingOfOne;
    private final long patienceMillis;

    IntakeSlots() {
        this(atOnce(System.getenv()), WAITING, PATIENCE_SECONDS * 1_000L);
    }

    IntakeSlots(int atOnce, int waiting, long patienceMillis) {
        all = new Door(atOnce, waiting);
        ofOne = Math.max(atOnce - 1, 1);
        waitingOfOne = Math.max(waiting * 3 / 4, 1);
        this.patienceMillis = patienceMillis;
    }

    /**
     * Does the work once there is room.
     *
     * @param sender whose share it is taken from
     * @throws GovernanceException with {@link ErrorCode#TOO_MANY} when there is none within the time that is waited
     */
    <T> T run(String sender, Supplier<T> work) {
        var share = shares.computeIfAbsent(sender, _ -> new Door(ofOne, waitingOfOne));
        return share.pass(patienceMillis, () -> all.pass(patienceMillis, work));
    }

    /** How many wait to be let in. */
    int waiting() {
        return all.slots().getQueueLength()
                + shares.values().stream()
                        .mapToInt(share -> share.slots().getQueueLength())
                        .sum();
    }

    /** So many inside, so many before it, and no more. */
    private record Door(Semaphore slots, Semaphore places) {
        Door(int atOnce, int waiting) {
            this(new Semaphore(atOnce, true), new Semaphore(atOnce + waiting));
        }

        <T> T pass(long patienceMillis, Supplier<T> work) {
            if (!places.tryAcquire()) {
                throw tooMany();
            }
            try {
                enter(patienceMillis);
                try {
                    return work.get();
                } finally {
                    slots.release();
                }
            } finally {
                places.release();
            }
        }

        private void enter(long patienceMillis) {
            try {
                if (!slots.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                    throw tooMany();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GovernanceException(ErrorCode.OUTSIDE, "The intake was stopped: send the body again");
            }
        }
    }

    private static int atOnce(Map<String, String> environment) {
        var set = environment.get("OVERREAD_MAX_UPLOADS");
        return set == null ? AT_ONCE : Math.max(Integer.parseInt(set.trim()), 1);
    }

    private static GovernanceException tooMany() {
        return new GovernanceException(
                ErrorCode.TOO_MANY,
                "Too many bodies are coming in at once. Nothing of this one was read: send it later");
    }
}
