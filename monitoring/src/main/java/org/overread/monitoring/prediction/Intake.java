package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.overread.monitoring.integrity.BatchIntegrity;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.PredictionLog.Sender;
import org.overread.monitoring.prediction.wire.BodyLimits;
import org.overread.monitoring.prediction.wire.BodyStream;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** What the intakes of predictions and of outcomes have in common: one body, one transaction, one receipt. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class Intake {
    private static final Actor.Product PRODUCT = new Actor.Product("intake");
    private static final int TELL_EVERY = 5_000;

    @Inject
    Catalog catalog;

    @Inject
    PredictionLog log;

    @Inject
    LongTransaction transaction;

    @Inject
    AuditTrail audit;

    @Inject
    IntakeSlots slots;

    @Inject
    IntakeMeter meter;

    @Inject
    InstantSource clock;

    BodyLimits limits = BodyLimits.of(System.getenv());

    /** Reads the lines of a plain body. */
    interface Reading<T> {
        void read(InputStream plain, LineSink<T> sink) throws IOException;
    }

    /** What is found out about the lines on their way; kept once the receipt is. */
    interface Finding {
        BatchIntegrity keep(int batch);
    }

    /** Where the version's model is; the version is known and the actor may send something to it. */
    Place allowed(Actor actor, ModelVersionId version) {
        catalog.versionWithin(actor, Permission.SEND_PREDICTIONS, version);
        return catalog.model(PRODUCT, version.model()).place();
    }

    <T> Receipt take(
            Actor actor,
            ModelVersionId version,
            BatchKind kind,
            InputStream body,
            IntakeProgress progress,
            Reading<T> reading,
            Function<Refusals, Storing<T>> opening,
            Finding finding) {
        return meter.measure(
                kind,
                () -> slots.run(
                        actor.id(),
                        () -> transaction.run(() -> {
                            var place = allowed(actor, version);
                            var refusals = new Refusals();
                            try (var storing = opening.apply(refusals)) {
                                long received = read(body, progress, reading, storing, refusals);
                                var receipt = receipt(storing, received, refusals);
                                log.keep(
                                        version,
                                        kind,
                                        new Sender(
                                                actor.id(),
                                                actor.name(),
                                                clock.instant().truncatedTo(ChronoUnit.MICROS)),
                                        receipt);
                                var whole = receipt.with(finding.keep(receipt.batch()));
                                mustStillBeAllowed(actor, place);
                                audit.append(actor, deed(version, kind, whole));
                                return whole;
                            }
                        })));
    }

    /** A body may take hours; whoever may send no longer when it ends has sent nothing. */
    private static void mustStillBeAllowed(Actor actor, Place place) {
        actor.holdRights();
        actor.mustBeAllowedWithin(Permission.SEND_PREDICTIONS, place);
    }

    private static Receipt receipt(Storing<?> storing, long received, Refusals refusals) {
        var stored = storing.finish();
        return new Receipt(
                storing.batch(),
                received,
                stored.stored(),
                stored.duplicates(),
                refusals.count(),
                stored.outcomesAdded(),
                refusals.first());
    }

    private <T> long read(
            InputStream body, IntakeProgress progress, Reading<T> reading, Storing<T> storing, Refusals refusals) {
        try {
            var plain = BodyStream.of(body, limits);
            var lines = new LineSink<T>() {
                private long count;

                @Override
                public void read(long line, T value) {
                    storing.add(line, value);
                    counted();
                }

                @Override
                public void refused(LineProblem problem) {
                    refusals.add(problem);
                    counted();
                }

                private void counted() {
                    if (++count % TELL_EVERY == 0) {
                        progress.at(count, plain.received());
                    }
                }
            };
            reading.read(plain, lines);
            progress.at(lines.count, plain.received());
            return lines.count;
        } catch (IOException e) {
            if (e.getCause() instanceof GovernanceException known) {
                throw known;
            }
            var failure = new GovernanceException(
                    ErrorCode.UNREADABLE, "The body broke off. Nothing of it was stored: send it again");
            failure.initCause(e);
            throw failure;
        }
    }

    private static Deed deed(ModelVersionId version, BatchKind kind, Receipt receipt) {
        var what = kind.name().toLowerCase(Locale.ROOT);
        return new Deed(
                what + ".received",
                "model-version",
                version.toString(),
                version.model(),
                String.format(
                        Locale.ROOT, "stored %,d of %,d %s of %s", receipt.stored(), receipt.received(), what, version),
                Map.of(
                        "batch", String.valueOf(receipt.batch()),
                        "received", String.valueOf(receipt.received()),
                        "stored", String.valueOf(receipt.stored()),
                        "duplicates", String.valueOf(receipt.duplicates()),
                        "rejected", String.valueOf(receipt.rejected()),
                        "outcomesAdded", String.valueOf(receipt.outcomesAdded())));
    }
}
