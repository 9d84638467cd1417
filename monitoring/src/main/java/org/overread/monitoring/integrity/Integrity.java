package org.overread.monitoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/** Tells whether what is sent for a version is whole and as declared. */
@ApplicationScoped
@Transactional
public class Integrity {
    /** How many batches are listed, the last ones. */
    public static final int LATEST = 25;

    private static final int DAYS = 28;

    @Inject
    Catalog catalog;

    @Inject
    IntegrityLog log;

    /**
     * The latest batches with their findings.
     *
     * @throws GovernanceException when the actor may not read its performance
     */
    public List<ReceivedBatch> batches(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return log.latest(version, LATEST);
    }

    /**
     * What came on each of the last four weeks' days, counted back from the newest prediction.
     *
     * @throws GovernanceException as {@link #batches} does
     */
    public List<FeedDay> days(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return log.days(version, DAYS);
    }
}
