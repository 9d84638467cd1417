package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/**
 * Tells how a metric went, period by period. An outcome counts in the period of its prediction, however late it comes;
 * in each period small groups are hidden beside all other groups of their attribute.
 */
@ApplicationScoped
@Transactional
public class Trends {
    private static final String NO_PREDICTIONS = "no predictions in this period";

    @Inject
    Readers readers;

    @Inject
    Cohorts cohorts;

    @Inject
    WindowFigures figures;

    private record Time(LocalDate from, LocalDate to) {}

    /**
     * The points of a metric; none when nothing was ever sent.
     *
     * @throws GovernanceException when the actor may not see them, or with every problem of the question at once. Who
     *     is limited to one site must ask for that site
     */
    public Trend of(Actor actor, ModelVersionId id, TrendQuestion question) {
        var version = readers.readable(actor, id, question.site());
        var declared = version.declared().threshold();
        GovernanceException.refuse(
                "This cannot be answered as it is asked.", question.problems(declared, readers.attributes(version)));
        var threshold = Objects.requireNonNull(question.threshold() == null ? declared : question.threshold());
        var time = time(id, question);
        var points = new ArrayList<TrendPoint>();
        var source = Basis.Source.EXACT_PROFILES;
        if (time != null) {
            var windows = windows(time, question);
            var answers = figures.of(version, windows, question.site(), split(threshold, question));
            for (var day = time.from;
                    day.isBefore(time.to);
                    day = question.period().next(day)) {
                var answer = answers.get(points.size());
                points.add(point(day, SmallCells.applyTo(answer.evaluation()), question));
                source = coarser(source, answer.basis().source());
            }
        }
        return new Trend(
                question.metric(),
                question.period(),
                question.by(),
                question.value(),
                threshold,
                points,
                new Basis(source, null));
    }

    private @Nullable Time time(ModelVersionId id, TrendQuestion question) {
        var known = cohorts.days(id);
        if (known == null) {
            return null;
        }
        var period = question.period();
        var to = question.to() == null ? known.last().plusDays(1) : question.to();
        var usual = period.usualStart(to);
        var first = period.start(known.first());
        var from = question.from() != null ? period.start(question.from()) : first.isAfter(usual) ? first : usual;
        if (period.between(from, to) >= TrendQuestion.MOST_POINTS) {
            throw new GovernanceException(
                    ErrorCode.INVALID,
                    "This cannot be answered as it is asked.",
                    List.of(new FieldProblem("from", "gives more than " + TrendQuestion.MOST_POINTS + " points")));
        }
        return new Time(from, period.next(period.start(to.minusDays(1))));
    }

    /** Of several sources the trend names the one that says least. */
    private static Basis.Source coarser(Basis.Source one, Basis.Source other) {
        return one == Basis.Source.PROFILES || other == Basis.Source.PROFILES
                ? Basis.Source.PROFILES
                : Basis.Source.EXACT_PROFILES;
    }

    private static List<Window> windows(Time time, TrendQuestion question) {
        var windows = new ArrayList<Window>();
        for (var day = time.from; day.isBefore(time.to); day = question.period().next(day)) {
            windows.add(window(day, question));
        }
        return windows;
    }

    private static Window window(LocalDate day, TrendQuestion question) {
        return new Window(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                question.period().next(day).atStartOfDay(ZoneOffset.UTC).toInstant(),
                question.site());
    }

    private static Question split(double threshold, TrendQuestion question) {
        return new Question(threshold, question.by() == null ? List.of() : List.of(question.by()), false);
    }

    private static TrendPoint point(LocalDate day, Evaluation shown, TrendQuestion question) {
        var to = question.period().next(day);
        var group = question.by() == null
                ? shown.overall()
                : shown.subgroups().stream()
                        .filter(each -> each.value().equals(question.value()))
                        .findFirst()
                        .orElse(null);
        if (group == null) {
            return new TrendPoint(day, to, Estimate.undefined(NO_PREDICTIONS), 0L, 0L, 0L, Tier.INSUFFICIENT);
        }
        return new TrendPoint(
                day, to, estimate(group, question), group.n(), group.labelled(), group.events(), group.tier());
    }

    private static Estimate estimate(GroupFigures group, TrendQuestion question) {
        return Long.valueOf(0).equals(group.n()) ? Estimate.undefined(NO_PREDICTIONS) : group.get(question.metric());
    }
}
