package org.overread.monitoring.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.monitoring.check.SyntheticWard.Shift;
import org.overread.monitoring.check.WatchedStream.Raised;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;

/** Follows a plan over whole years of a ward, with and without something that happens to it. */
final class ShiftedStreams {
    static final double THRESHOLD = 0.1;

    private ShiftedStreams() {}

    /** Months of which two of the last three must be beyond a limit; sensitivity by sex, by age and by both together. */
    static MonitoringPlan plan() {
        return plan(List.of(
                new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.72, 0.67),
                new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, null, 0.63),
                new Limit(Metric.SENSITIVITY, "age_band", Limit.Side.FLOOR, null, 0.63),
                new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.CEILING, 1.25, 1.5),
                new Limit(Metric.OBSERVED_EXPECTED, null, Limit.Side.FLOOR, 0.8, 0.67)));
    }

    /** The same with other limits. */
    static MonitoringPlan plan(List<Limit> limits) {
        var whole = PlanFixtures.plan();
        return new MonitoringPlan(
                List.of(
                        feature("laboratory", FeatureKind.NUMERIC),
                        feature("pressure", FeatureKind.NUMERIC),
                        feature("source", FeatureKind.CATEGORICAL),
                        feature("insulin", FeatureKind.CATEGORICAL)),
                List.of("age_band", "sex"),
                List.of(new AttributePair("sex", "age_band")),
                new ReferenceWindow(SyntheticWard.FIRST, SyntheticWard.LAST_OF_REFERENCE),
                new WindowRule(WindowLength.MONTH, 2, 3),
                limits,
                whole.drift(),
                whole.review(),
                whole.owner(),
                whole.deputy(),
                whole.onBreach(),
                30,
                48);
    }

    private static WatchedFeature feature(String name, FeatureKind kind) {
        return new WatchedFeature(name, kind, null, null, null, List.of(), 0.12);
    }

    /** What was raised in the year after the reference window. */
    static List<Raised> year(List<WardCase> cases) {
        return new WatchedStream(cases, plan(), THRESHOLD)
                .follow(SyntheticWard.LAST_OF_REFERENCE.plusDays(1), SyntheticWard.END.plusMonths(1));
    }

    static List<Raised> year(long seed, Shift shift) {
        return year(SyntheticWard.cases(seed, shift));
    }

    /** Prints what each shift raised first, and how many of so many stationary years raised anything. */
    static void print(int years) {
        for (var shift : Shift.values()) {
            var first = new ArrayList<LocalDate>();
            var many = new ArrayList<Integer>();
            for (long seed = 1; seed <= 5; seed++) {
                var raised = year(seed, shift);
                if (seed == 1) {
                    raised.forEach(each -> System.out.printf(
                            "%s %s %s%n", shift, each.on(), each.alert().title()));
                }
                raised.stream().map(Raised::on).findFirst().ifPresent(first::add);
                many.add(raised.size());
            }
            System.out.printf("%s: first alert on %s, alerts in a year %s%n", shift, first, many);
        }
        int loud = 0;
        int alerts = 0;
        for (long seed = 1; seed <= years; seed++) {
            var raised = year(1_000 + seed, Shift.NONE);
            raised.forEach(each -> System.out.println("false: " + each.alert().title()));
            loud += raised.isEmpty() ? 0 : 1;
            alerts += raised.size();
        }
        System.out.printf(
                Locale.ROOT, "%d of %d stationary years with an alert, %d alerts in all%n", loud, years, alerts);
    }
}
