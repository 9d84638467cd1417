package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.overread.monitoring.integrity.BatchChecks;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.wire.CsvPredictions;
import org.overread.monitoring.prediction.wire.NdjsonPredictions;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/**
 * Takes in what models said. Bad lines are refused one by one, everything else is kept in one transaction, and sending
 * the same body again changes nothing.
 *
 * @see "Decision 002: what counts as the same prediction"
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class PredictionIntake {
    @Inject
    Intake intake;

    @Inject
    PredictionLog log;

    @Inject
    BatchChecks checks;

    /**
     * Takes in a body of predictions of one version.
     *
     * @throws GovernanceException when the actor may not, the version is not known, or the body cannot be read at all;
     *     then nothing is stored
     */
    public Receipt accept(Actor actor, ModelVersionId version, IntakeBody body, IntakeProgress progress) {
        var place = intake.allowed(actor, version);
        Intake.Reading<Prediction> reading = switch (body.format()) {
            case CSV -> CsvPredictions::read;
            case NDJSON -> NdjsonPredictions::read;
        };
        var check = checks.begin(version);
        var sites = new SendersSites(actor, place);
        return intake.take(
                actor,
                version,
                BatchKind.PREDICTIONS,
                body.stream(),
                progress,
                (plain, sink) -> reading.read(plain, new AllowedSites(sites, new Checked(check, sink))),
                refusals -> log.storePredictions(version, refusals),
                batch -> checks.end(version, batch, check));
    }
}
