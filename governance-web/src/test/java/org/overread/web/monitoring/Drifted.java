package org.overread.web.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.DriftQuestion;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.DriftWindows;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.plan.PlannedDrift;
import org.overread.monitoring.profile.CategoricalDistribution;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;

/** The drift of columns in memory, and what was asked of it. */
final class Drifted extends PlannedDrift {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

    final List<DriftQuestion> asked = new ArrayList<>();
    private final SortedMap<Column, FeatureDistribution> reference = new TreeMap<>();
    private final SortedMap<Column, FeatureDistribution> current = new TreeMap<>();

    Drifted with(String feature, CategoricalDistribution before, CategoricalDistribution now) {
        reference.put(Column.feature(feature), before);
        current.put(Column.feature(feature), now);
        return this;
    }

    static CategoricalDistribution categories(long first, long second, long missing) {
        return new CategoricalDistribution(new TreeMap<>(java.util.Map.of("Up", first, "Down", second)), missing);
    }

    @Override
    public DriftReport of(Actor actor, ModelVersionId version, DriftQuestion question) {
        asked.add(question);
        if (reference.isEmpty()) {
            return new DriftReport(null, DriftRule.DEFAULT, DriftBasis.NOTHING, List.of());
        }
        var overall = DriftReport.judge(DriftRule.DEFAULT, reference, current);
        var months = List.of(marks(FEBRUARY, MARCH), marks(MARCH, APRIL));
        return new DriftReport(
                new DriftWindows(new Period(JANUARY, FEBRUARY), new Period(FEBRUARY, APRIL)),
                DriftRule.DEFAULT,
                DriftBasis.NOTHING,
                DriftFinding.of(DriftRule.DEFAULT, overall, months));
    }

    private List<Mark> marks(Instant from, Instant to) {
        return DriftReport.judge(DriftRule.DEFAULT, reference, current).stream()
                .map(judged -> new Mark(from, to, judged))
                .toList();
    }
}
