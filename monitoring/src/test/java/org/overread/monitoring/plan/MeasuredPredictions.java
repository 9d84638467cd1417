package org.overread.monitoring.plan;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import javax.sql.DataSource;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/** Performance measured on what a test has sent, for whoever asks, at the threshold 0.5. */
public final class MeasuredPredictions extends Performance {
    private final Cohorts cohorts;

    public MeasuredPredictions(DataSource database) {
        cohorts = PerformanceStores.cohorts(database);
    }

    @Override
    public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
        return SmallCells.applyTo(Evaluation.of(
                cohorts.of(version, question.window()),
                new Question(requireNonNullElse(question.threshold(), 0.5), question.by(), question.pairs())));
    }

    @Override
    public List<String> attributes(Actor actor, ModelVersionId version) {
        return List.copyOf(cohorts.attributes(version));
    }
}
