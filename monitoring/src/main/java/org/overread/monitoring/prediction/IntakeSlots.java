package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/**
 * How many bodies are taken in at the same time. Each holds some tens of megabytes and a database connection, so that
 * without a limit many senders at once would take the memory and the connections of everybody else. Who comes when all
 * are taken waits a while unread, and is then asked to come back.
 */
@ApplicationScoped
class IntakeSlots {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 8;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore slots;
    private final Semaphore places;
    private final long patienceMillis;

    IntakeSlots() {
        this(atOnce(System.getenv()), WAITING, PATIENCE_SECONDS * 1_000L);
    }

    IntakeSlots(int atOnce, int waiting, long patienceMillis) {
        slots = new Semaphore(atOnce, true);
        places = new Semaphore(atOnce + waiting);
        this.patienceMillis = patienceMillis;
    }

    /**
     * Does the work once there is room.
     *
     * @throws GovernanceException with {@link ErrorCode#TOO_MANY} when there is none within the time that is waited
     */
    <T> T run(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        try {
            enter();
            try {
                return work.get();
            } finally {
                slots.release();
            }
        } finally {
            places.release();
        }
    }

    /** How many wait to be let in. */
    int waiting() {
        return slots.getQueueLength();
    }

    private void enter() {
        try {
            if (!slots.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GovernanceException(ErrorCode.OUTSIDE, "The intake was stopped: send the body again");
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
