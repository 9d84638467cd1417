package org.overread.monitoring.prediction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.overread.monitoring.integrity.BatchIntegrity;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.wire.CsvOutcomes;
import org.overread.monitoring.prediction.wire.NdjsonOutcomes;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/**
 * Takes in what turned out to be true. An outcome is given once: the same again is a duplicate, the other one is
 * refused, and so is an outcome of a prediction nobody sent.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class OutcomeIntake {
    @Inject
    Intake intake;

    @Inject
    PredictionLog log;

    /**
     * Takes in a body of outcomes of one version's predictions. Those of sites that the sender may not send for are as
     * unknown to them as predictions nobody sent.
     *
     * @throws GovernanceException when the actor may not, the version is not known, or the body cannot be read at all;
     *     then nothing is stored
     */
    public Receipt accept(Actor actor, ModelVersionId version, IntakeBody body, IntakeProgress progress) {
        var sites = new SendersSites(actor, intake.allowed(actor, version));
        return intake.take(
                actor,
                version,
                BatchKind.OUTCOMES,
                body.stream(),
                progress,
                switch (body.format()) {
                    case CSV -> CsvOutcomes::read;
                    case NDJSON -> NdjsonOutcomes::read;
                },
                refusals -> log.storeOutcomes(version, sites, refusals),
                batch -> BatchIntegrity.UNCHECKED);
    }
}
