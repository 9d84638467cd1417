package org.overread.monitoring.truth;

import java.util.stream.Stream;
import org.overread.monitoring.comparison.Ranking;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/** Whether a version ranks the same patients better than the one before it, by the paired difference in AUROC. */
final class ComparisonFacts {
    /** A gain in AUROC under this makes no difference to a ward. */
    private static final double MATTERS = 0.01;

    private ComparisonFacts() {}

    /** Better and worse are said only when the interval does not reach zero; nothing without an interval. */
    static Stream<Fact> of(int version, int other, Ranking ranking) {
        var low = ranking.difference().low();
        var high = ranking.difference().high();
        if (low == null || high == null) {
            return Stream.empty();
        }
        if (high < 0) {
            return Stream.of(fact(Weight.CONCERN, version, "is worse than", other, ranking));
        }
        if (low > 0) {
            return Stream.of(fact(Weight.CALM, version, "is better than", other, ranking));
        }
        return Stream.of(fact(
                Weight.NOTE,
                version,
                high < MATTERS ? "is not better than" : "is not shown to be better than",
                other,
                ranking));
    }

    private static Fact fact(Weight weight, int version, String stands, int other, Ranking ranking) {
        return new Fact(
                Kind.COMPARISON,
                weight,
                "Version %d %s version %d on the same %s cases: AUROC differs by %s%s."
                        .formatted(
                                version,
                                stands,
                                other,
                                Words.count(ranking.cases()),
                                Words.difference(ranking.difference()),
                                Words.p(ranking.pValue())));
    }
}
