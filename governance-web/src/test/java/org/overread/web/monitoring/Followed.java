package org.overread.web.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.performance.Basis;
import org.overread.monitoring.performance.Trend;
import org.overread.monitoring.performance.TrendPeriod;
import org.overread.monitoring.performance.TrendPoint;
import org.overread.monitoring.performance.TrendQuestion;
import org.overread.monitoring.performance.Trends;
import org.overread.monitoring.subgroup.Tier;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/** A trend made up of its points, and what was asked of it. */
final class Followed extends Trends {
    final List<TrendQuestion> asked = new ArrayList<>();
    private final List<TrendPoint> points = new ArrayList<>();

    Followed with(String from, double value, double low, double high, long predictions, long labelled) {
        return with(from, Estimate.of(value, low, high, "wilson"), predictions, labelled, Tier.FULL);
    }

    Followed without(String from, String reason) {
        return with(from, Estimate.undefined(reason), 12, 0, Tier.INSUFFICIENT);
    }

    private Followed with(String from, Estimate estimate, long predictions, long labelled, Tier tier) {
        var day = LocalDate.parse(from);
        points.add(
                new TrendPoint(day, TrendPeriod.MONTH.next(day), estimate, predictions, labelled, labelled / 10, tier));
        return this;
    }

    @Override
    public Trend of(Actor actor, ModelVersionId id, TrendQuestion question) {
        asked.add(question);
        return new Trend(
                question.metric(),
                question.period(),
                null,
                null,
                0.15,
                points,
                new Basis(Basis.Source.EXACT_PROFILES, null));
    }
}
