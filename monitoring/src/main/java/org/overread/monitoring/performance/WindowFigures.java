package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Performance.Answer;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.profile.ScoreProfile;
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

    /** The scores of each day, for {@link #of(ModelVersion, Collection, Window, Question)}. */
    SortedMap<LocalDate, ScoreProfile> days(ModelVersion version, LocalDate from, LocalDate to, @Nullable String site) {
        return profiles.scores(version.id(), from, to, site, threshold(version));
    }

    /** The figures of some whole days. */
    Answer of(ModelVersion version, Collection<ScoreProfile> days, Window window, Question question) {
        var scores = scores(version, days);
        return scores.fineEnough()
                ? of(scores, question)
                : exactly(version.id(), window, cohorts.state(version.id()), question);
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
        var from = window.from();
        var to = window.to();
        var first = from == null ? null : firstWhole(from);
        var end = to == null ? null : day(to);
        if (from != null && to != null && day(to).isBefore(firstWhole(from))) {
            return scores(version, List.of(hours(version, from, to, window)));
        }
        var parts = new ArrayList<>(profiles.scores(version.id(), first, end, window.site(), threshold(version))
                .values());
        if (from != null && from.isBefore(start(firstWhole(from)))) {
            parts.add(hours(version, from, start(firstWhole(from)), window));
        }
        if (to != null && start(day(to)).isBefore(to)) {
            parts.add(hours(version, start(day(to)), to, window));
        }
        return scores(version, parts);
    }

    private ScoreProfile hours(ModelVersion version, Instant from, Instant to, Window window) {
        return profiles.scoresOf(version.id(), from, to, window.site(), threshold(version));
    }

    private WindowScores scores(ModelVersion version, Collection<ScoreProfile> parts) {
        var slices = profiles.slices(version.id());
        return new WindowScores(
                parts.isEmpty() ? ScoreProfile.empty(threshold(version)) : ScoreProfile.merged(parts), slices);
    }

    private static double threshold(ModelVersion version) {
        var declared = version.declared().threshold();
        return declared == null ? Double.NaN : declared;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static LocalDate firstWhole(Instant time) {
        return time.equals(start(day(time))) ? day(time) : day(time).plusDays(1);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
