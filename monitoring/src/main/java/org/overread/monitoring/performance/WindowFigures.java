package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.performance.Performance.Answer;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.ModelVersion;

/** Computes the figures of a window; nothing is hidden in them yet. */
@ApplicationScoped
class WindowFigures {
    @Inject
    Cohorts cohorts;

    private final RecentCohorts recent = new RecentCohorts();

    Answer of(ModelVersion version, Window window, Question question) {
        var cohort = cohort(version.id(), window);
        return new Answer(Evaluation.of(cohort, question), new Basis(Basis.Source.PREDICTIONS, (long) cohort.size()));
    }

    private Cohort cohort(ModelVersionId version, Window window) {
        return recent.get(version, window, cohorts.state(version), () -> cohorts.of(version, window));
    }
}
