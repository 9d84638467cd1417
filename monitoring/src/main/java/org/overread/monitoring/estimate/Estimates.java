package org.overread.monitoring.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Remembered;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;

/** Tells what performance to expect while outcomes are late; small groups are hidden before anybody sees them. */
@ApplicationScoped
@Transactional
public class Estimates {
    private static final int KEPT = 500;

    @Inject
    Catalog catalog;

    @Inject
    Cohorts cohorts;

    private final Remembered<Learning, Estimated> remembered = new Remembered<>(KEPT);

    /** All that an estimate hangs on; the state is another after every batch. */
    private record Learning(ModelVersionId version, Window reference, Window current, double threshold, long state) {}

    /**
     * An estimate and what it was made of.
     *
     * @param reference the days that were learned from
     * @param window what was estimated
     */
    public record Answer(Estimated estimated, ReferencePeriod reference, Window window) {}

    /**
     * Estimates performance from scores alone; empty when nothing was ever sent.
     *
     * @throws GovernanceException when the actor may not see it, or with every problem of the question at once. Who is
     *     limited to one site must ask for that site
     */
    public Optional<Answer> labelFree(Actor actor, ModelVersionId id, EstimateQuestion question) {
        var version = readable(actor, id, question.site());
        var declared = version.declared().threshold();
        GovernanceException.refuse("This cannot be estimated as it is asked.", question.problems(declared));
        var days = cohorts.days(id);
        if (days == null) {
            return Optional.empty();
        }
        var reference = Optional.ofNullable(question.reference()).orElseGet(() -> ReferencePeriod.of(days));
        var current = question.current(reference);
        var threshold = Objects.requireNonNull(question.threshold() == null ? declared : question.threshold());
        var estimated = remembered.get(
                new Learning(id, reference.window(question.site()), current, threshold, cohorts.state(id)),
                this::estimated);
        return Optional.of(new Answer(estimated, reference, current));
    }

    private Estimated estimated(Learning learning) {
        return Estimated.of(
                cohorts.of(learning.version(), learning.reference()),
                cohorts.of(learning.version(), learning.current()),
                learning.threshold());
    }

    private ModelVersion readable(Actor actor, ModelVersionId id, @Nullable String site) {
        return catalog.versionFor(actor, Permission.READ_PERFORMANCE, id, site);
    }
}
