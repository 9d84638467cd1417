package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** Counts what this server has taken in since it started, for those who watch the server. It knows no patient. */
@ApplicationScoped
public class IntakeMeter {
    private final Map<BatchKind, Counters> counters = new EnumMap<>(BatchKind.class);
    private final LongAdder underWay = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    public IntakeMeter() {
        for (var kind : BatchKind.values()) {
            counters.put(kind, new Counters());
        }
    }

    /** One kind of batch as counted so far. */
    public record Reading(
            long batches, long failed, long received, long stored, long duplicates, long rejected, double seconds) {}

    /** What was counted of batches of that kind. */
    public Reading of(BatchKind kind) {
        return counted(kind).reading();
    }

    /** Bodies that are being taken in, or wait to be. */
    public long underWay() {
        return underWay.sum();
    }

    /** Bodies that were asked to come later because too many came at once. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    /** Measures one intake. */
    Receipt measure(BatchKind kind, Supplier<Receipt> intake) {
        long start = System.nanoTime();
        underWay.increment();
        try {
            var receipt = intake.get();
            counted(kind).add(receipt, System.nanoTime() - start);
            return receipt;
        } catch (GovernanceException refused) {
            (refused.code() == ErrorCode.TOO_MANY ? turnedAway : counted(kind).failed).increment();
            throw refused;
        } catch (RuntimeException broken) {
            counted(kind).failed.increment();
            throw broken;
        } finally {
            underWay.decrement();
        }
    }

    private Counters counted(BatchKind kind) {
        return Objects.requireNonNull(counters.get(kind));
    }

    private static final class Counters {
        private final LongAdder batches = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder received = new LongAdder();
        private final LongAdder stored = new LongAdder();
        private final LongAdder duplicates = new LongAdder();
        private final LongAdder rejected = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        void add(Receipt receipt, long took) {
            batches.increment();
            received.add(receipt.received());
            stored.add(receipt.stored());
            duplicates.add(receipt.duplicates());
            rejected.add(receipt.rejected());
            nanos.add(took);
        }

        Reading reading() {
            return new Reading(
                    batches.sum(),
                    failed.sum(),
                    received.sum(),
                    stored.sum(),
                    duplicates.sum(),
                    rejected.sum(),
                    nanos.sum() / 1e9);
        }
    }
}
