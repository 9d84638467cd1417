package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Performance.Answer;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.profile.WindowScores;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.ModelVersion;

/**
 * Computes the figures of a window; nothing is hidden in them yet. Few predictions are read one by one. Of many the
 * profiles of whole days are read, and the hours before the first and after the last whole day one by one; where the
 * profiles turn out too coarse for the accuracy that is promised, all of them are read one by one after all.
 *
 * @see "Decision 010: profiles of days"
 */
@ApplicationScoped
class WindowFigures {
    /** So many predictions are read and sorted in less time than a person notices. */
    static final int FEW = 200_000;

    private static final int ROWS_KEPT = 2_000_000;
    private static final int COUNTS_KEPT = 10_000_000;

    @Inject
    Cohorts cohorts;

    @Inject
    Profiles profiles;

    private final Recent<Cohort> recentCohorts = new Recent<>(ROWS_KEPT, Cohort::size);
    private final Recent<WindowScores> recentScores = new Recent<>(COUNTS_KEPT, WindowScores::weight);

    Answer of(ModelVersion version, Window window, Question question) {
        long state = cohorts.state(version.id());
        if (few(version.id(), window)) {
            return exactly(version.id(), window, state, question);
        }
        var scores = recentScores.get(version.id(), window, state, () -> scores(version, window));
        return scores.fineEnough() ? of(scores, question) : exactly(version.id(), window, state, question);
    }

    /** The figures of each of some windows of one site, however few predictions they have. */
    List<Answer> of(ModelVersion version, List<Window> windows, @Nullable String site, Question question) {
        var times = windows.stream().map(Window::time).toList();
        var read = profiles.scores(version.id(), times, site, threshold(version));
        var slices = profiles.slices(version.id());
        var evaluated = read.parallelStream()
                .map(profile -> new WindowScores(profile, slices))
                .map(scores -> scores.fineEnough() ? Optional.of(of(scores, question)) : Optional.<Answer>empty())
                .toList();
        return IntStream.range(0, windows.size())
                .mapToObj(i -> evaluated
                        .get(i)
                        .orElseGet(() -> exactly(version.id(), windows.get(i), cohorts.state(version.id()), question)))
                .toList();
    }

    private static Answer of(WindowScores scores, Question question) {
        var evaluation = Evaluation.of(scores, question);
        var source = scores.exact() ? Basis.Source.EXACT_PROFILES : Basis.Source.PROFILES;
        return new Answer(evaluation, new Basis(source, evaluation.rows()));
    }

    private Answer exactly(ModelVersionId version, Window window, long state, Question question) {
        var cohort = recentCohorts.get(version, window, state, () -> cohorts.of(version, window));
        return new Answer(Evaluation.of(cohort, question), new Basis(Basis.Source.PREDICTIONS, (long) cohort.size()));
    }

    /** Where profiles are behind, they cannot tell how many predictions there are; then all of the version count. */
    private boolean few(ModelVersionId version, Window window) {
        var from = window.from() == null ? null : day(window.from());
        var to = window.to() == null ? null : day(window.to()).plusDays(1);
        var scored = profiles.scored(version, from, to, window.site());
        return (scored == null ? cohorts.stored(version) : scored) <= FEW;
    }

    private WindowScores scores(ModelVersion version, Window window) {
        var read = profiles.scores(version.id(), List.of(window.time()), window.site(), threshold(version));
        return new WindowScores(read.getFirst(), profiles.slices(version.id()));
    }

    private static double threshold(ModelVersion version) {
        var declared = version.declared().threshold();
        return declared == null ? Double.NaN : declared;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
