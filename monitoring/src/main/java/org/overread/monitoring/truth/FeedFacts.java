package org.overread.monitoring.truth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.plan.SiteDays;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/**
 * Whether a site has fallen silent while others go on: for two weeks at least, and for {@value #USUAL_GAPS} times as long
 * as usual between two days on which it sends. After half a year it has left for good, and nobody is told any longer.
 */
final class FeedFacts {
    private static final int FEWEST_DAYS = 10;
    private static final int SHORTEST = 14;
    private static final int LONGEST = 183;
    private static final int USUAL_GAPS = 5;

    private FeedFacts() {}

    static Stream<Fact> of(List<SiteDays> sites) {
        var newest = sites.stream().map(SiteDays::last).max(Comparator.naturalOrder());
        return newest.stream()
                .flatMap(last -> sites.stream()
                        .filter(site -> silent(site, last))
                        .map(site -> new Fact(
                                Kind.FEED,
                                Weight.CONCERN,
                                "Nothing has come from %s since %s, while others have gone on until %s."
                                        .formatted(site.site(), Words.day(site.last()), Words.day(last)))));
    }

    private static boolean silent(SiteDays site, LocalDate newest) {
        long silence = ChronoUnit.DAYS.between(site.last(), newest);
        double usual = (double) ChronoUnit.DAYS.between(site.first(), site.last()) / Math.max(1, site.days() - 1);
        return site.days() >= FEWEST_DAYS && silence > Math.max(SHORTEST, USUAL_GAPS * usual) && silence <= LONGEST;
    }
}
