package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;

/** Tells how well a version does on what was sent of it; small groups are hidden before anybody sees them. */
@ApplicationScoped
@Transactional
public class Performance {
    /** No site has this name, so a role that is limited to a site does not reach it. */
    private static final String EVERY_SITE = "";

    @Inject
    Catalog catalog;

    @Inject
    Cohorts cohorts;

    private final RecentCohorts recent = new RecentCohorts();

    /**
     * The figures of a version, overall and by subgroup.
     *
     * @throws GovernanceException when the actor may not see them, or with every problem of the question at once. Who
     *     is limited to one site must ask for that site
     */
    public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
        var declared = readable(actor, version, question.site()).declared();
        GovernanceException.refuse(
                "This cannot be answered as it is asked.",
                question.problems(declared.threshold(), attributes(declared.subgroups(), version)));
        var threshold = question.threshold() == null ? declared.threshold() : question.threshold();
        return SmallCells.applyTo(Evaluation.of(
                cohort(version, question.window()),
                new Question(Objects.requireNonNull(threshold), question.by(), question.pairs())));
    }

    /** The attributes that the version's predictions can be split by: those it declares, then the others that occur. */
    public List<String> attributes(Actor actor, ModelVersionId version) {
        var declared =
                catalog.versionFor(actor, Permission.READ_PERFORMANCE, version).declared();
        return attributes(declared.subgroups(), version);
    }

    private ModelVersion readable(Actor actor, ModelVersionId id, @Nullable String site) {
        Place place =
                catalog.modelFor(actor, Permission.READ_PERFORMANCE, id.model()).place();
        actor.mustBeAllowed(Permission.READ_PERFORMANCE, place.at(site == null ? EVERY_SITE : site));
        return catalog.versionFor(actor, Permission.READ_PERFORMANCE, id);
    }

    private List<String> attributes(List<String> declared, ModelVersionId version) {
        return Stream.concat(declared.stream(), cohorts.attributes(version).stream())
                .distinct()
                .toList();
    }

    private Cohort cohort(ModelVersionId version, Window window) {
        return recent.get(version, window, cohorts.state(version), () -> cohorts.of(version, window));
    }
}
