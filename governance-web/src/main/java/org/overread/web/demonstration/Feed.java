package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.prediction.OutcomeIntake;
import org.overread.monitoring.prediction.PredictionIntake;
import org.overread.monitoring.prediction.Receipt;
import org.overread.registry.ModelVersionId;

/**
 * Sends what the models said and what turned out to be true, quarter by quarter. A version that comes later first sends
 * what it says of the months before, which it was validated on.
 */
@ApplicationScoped
public class Feed {
    static final int QUARTER = 3;

    @Inject
    PredictionIntake predictions;

    @Inject
    OutcomeIntake outcomes;

    @Inject
    ModelServer server;

    /** Sends what has come up in the quarter that begins with that month. */
    void send(SyntheticHospital hospital, int month) {
        var period = hospital.period();
        SyntheticHospital.VERSIONS.stream()
                .filter(version -> Registration.month(version) <= month)
                .forEach(version -> send(
                        hospital,
                        version,
                        Registration.month(version) == month ? period.start() : period.month(month),
                        period.month(month + QUARTER)));
    }

    private void send(SyntheticHospital hospital, ModelVersionId version, Instant from, Instant to) {
        var said = hospital.predictions(version).stream()
                .filter(prediction -> within(prediction.occurredAt(), from, to))
                .toList();
        stored(predictions.accept(server.actor(), version, Lines.ofPredictions(said), IntakeProgress.SILENT));
        var known = hospital.outcomes(version.model()).stream()
                .filter(outcome -> outcome.knownAt() != null && within(outcome.knownAt(), from, to))
                .toList();
        if (!known.isEmpty()) {
            stored(outcomes.accept(server.actor(), version, Lines.ofOutcomes(known), IntakeProgress.SILENT));
        }
    }

    private static void stored(Receipt receipt) {
        if (receipt.rejected() > 0) {
            throw new IllegalStateException("the product refused " + receipt.problems());
        }
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
