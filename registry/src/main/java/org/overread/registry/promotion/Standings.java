package org.overread.registry.promotion;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Models;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageHistory;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.registry.review.Signature;

/** Asks the catalog how versions stand, and lets it take the step that was decided. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Standings {
    private static final Actor.Product PRODUCT = Releases.PRODUCT;

    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    Models models;

    @Inject
    People people;

    @Inject
    TrailChecks checks;

    /**
     * How the version stands at the site.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is no such version or site
     */
    Standing of(ModelVersionId version, String site, Instant now) {
        var registered = catalog.version(PRODUCT, version);
        if (catalog.site(site).isEmpty()) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no site " + site);
        }
        var history = stages.history(PRODUCT, version.model());
        return new Standing(
                version,
                registered.digest(),
                site,
                place(version.model()).at(site),
                catalog.intact(version),
                history,
                names(history, version, site),
                checks.doubts(version, site),
                latest(history, now));
    }

    /** The names of those who stopped the version there. */
    private Map<String, String> names(StageHistory history, ModelVersionId version, String site) {
        return history.entries().stream()
                .filter(step -> step.stage().stop()
                        && step.version().equals(version)
                        && step.site().equals(site))
                .map(StageEntry::by)
                .distinct()
                .collect(toMap(by -> by, people::nameOf));
    }

    /** A clock that was set back hides no step. */
    private static Instant latest(StageHistory history, Instant now) {
        return history.entries().stream()
                .map(StageEntry::at)
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Where the model is; everywhere when none is named. */
    Place place(@Nullable String model) {
        return model == null ? Place.EVERYWHERE : catalog.model(PRODUCT, model).place();
    }

    /** Lets no version of the model take a step until this transaction ends. */
    void hold(ModelVersionId version) {
        models.lock(version.model());
    }

    /** Lets the version enter the stage; once more for the same request changes nothing. */
    StageEntry enter(Submission submission, Signature approval, Instant now) {
        return stages.enter(
                PRODUCT,
                new StageEntry(
                        submission.version(),
                        submission.site(),
                        submission.target(),
                        now,
                        submission.id(),
                        approval.signer().toString(),
                        null));
    }
}
