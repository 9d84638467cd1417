package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/** Tells how well a version does on what was sent of it; small groups are hidden before anybody sees them. */
@ApplicationScoped
@Transactional
public class Performance {
    @Inject
    Catalog catalog;

    @Inject
    Readers readers;

    @Inject
    WindowFigures figures;

    /**
     * Figures and what they were computed from.
     *
     * @param evaluation small groups are hidden in it
     */
    public record Answer(Evaluation evaluation, Basis basis) {}

    /** The figures of {@link #answer}. */
    public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
        return answer(actor, version, question).evaluation();
    }

    /**
     * The figures of a version, overall and by subgroup.
     *
     * @throws GovernanceException when the actor may not see them, or with every problem of the question at once. Who
     *     is limited to one site must ask for that site
     */
    public Answer answer(Actor actor, ModelVersionId id, PerformanceQuestion question) {
        var version = readers.readable(actor, id, question.site());
        var declared = version.declared().threshold();
        GovernanceException.refuse(
                "This cannot be answered as it is asked.", question.problems(declared, readers.attributes(version)));
        var threshold = question.threshold() == null ? declared : question.threshold();
        var answer = figures.of(
                version,
                question.window(),
                new Question(Objects.requireNonNull(threshold), question.by(), question.pairs()));
        var shown = SmallCells.applyTo(answer.evaluation());
        return new Answer(shown, new Basis(answer.basis().source(), shown.rows()));
    }

    /** The attributes that the version's predictions can be split by: those it declares, then the others that occur. */
    public List<String> attributes(Actor actor, ModelVersionId version) {
        return readers.attributes(catalog.versionWithin(actor, Permission.READ_PERFORMANCE, version));
    }
}
