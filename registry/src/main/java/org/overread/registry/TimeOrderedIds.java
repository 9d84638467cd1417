package org.overread.registry;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids for rows of append-only tables: version 7 of RFC 9562, whose first 48 bits are milliseconds since 1970 and
 * whose next 12 are a fraction of one. So new rows lie side by side in an index, and ids that one process makes rise
 * strictly, also when its clock is set back. What stays secret needs another id: the time can be read from this one.
 */
public final class TimeOrderedIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedIds() {}

    public static UUID next() {
        var now = java.time.Instant.now();
        long fraction = ((now.getNano() % 1_000_000L) << 12) / 1_000_000L;
        return at(now.toEpochMilli() << 12 | fraction);
    }

    private static UUID at(long tick) {
        long used = LAST.accumulateAndGet(tick, (last, wanted) -> Math.max(last + 1, wanted));
        long most = (used >>> 12) << 16 | VERSION_7 | (used & 0xFFF);
        return new UUID(most, VARIANT | RANDOM.nextLong() >>> 2);
    }
}
