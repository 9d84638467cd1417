package org.overread.monitoring.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the rule finds and how often it cries wolf, over synthetic years of 18 columns (see {@link
 * SyntheticYear}), beside rules that are common elsewhere. {@link DriftSimulationBenchmark} prints it.
 */
final class DriftSimulation {
    /** What is common elsewhere: a column is called drifted in a single month. */
    static final Map<String, Predicate<JudgedColumn>> ELSEWHERE = new TreeMap<>(Map.of(
            "PSI > 0.1", judged -> over(judged.drift().psi().value(), 0.1),
            "Jensen–Shannon > 0.1",
                    judged -> over(judged.drift().jensenShannon().value(), 0.1),
            "normalised Wasserstein or Jensen–Shannon > 0.1", DriftSimulation::evidently,
            "Holm per month, without effect and persistence",
                    judged -> under(judged.values().adjusted())
                            || under(judged.missing().adjusted())));

    private final DriftRule rule;

    DriftSimulation(DriftRule rule) {
        this.rule = rule;
    }

    /** One year: which columns were findings at the end of some month, and what other rules named. */
    record Year(Set<String> found, Map<String, Set<String>> elsewhere, int monthsWithAMove) {
        boolean quiet() {
            return found.isEmpty();
        }
    }

    Year year(long seed, boolean drifts) {
        var synthetic = new SyntheticYear(seed, drifts);
        var reference = synthetic.reference();
        var windows = new ArrayList<List<Mark>>();
        var found = new TreeSet<String>();
        var elsewhere = new TreeMap<String, Set<String>>();
        int moved = 0;
        for (int month = 0; month < SyntheticYear.MONTHS; month++) {
            var judged = Judging.of(rule, synthetic.month(month, reference));
            windows.add(judged.stream()
                    .map(each -> new Mark(Instant.EPOCH, Instant.EPOCH, each))
                    .toList());
            DriftFinding.of(rule, judged, windows).stream()
                    .filter(DriftFinding::sustained)
                    .forEach(finding -> found.add(finding.column().name()));
            ELSEWHERE.forEach((name, drifted) -> judged.stream()
                    .filter(drifted)
                    .forEach(each -> elsewhere
                            .computeIfAbsent(name, ignored -> new TreeSet<>())
                            .add(each.column().name())));
            moved += judged.stream().anyMatch(JudgedColumn::moved) ? 1 : 0;
        }
        return new Year(found, elsewhere, moved);
    }

    /** Prints the figures of so many years with drift and so many without. */
    void print(int drifting, int stationary) {
        var years = years(drifting, 1_000, true);
        var quiet = years(stationary, 2_000, false);
        System.out.printf(
                Locale.ROOT,
                "%-50s found %.1f %% of %d drifting columns; %d of %d stationary years with a finding%n",
                rule,
                100.0 * years.stream().mapToLong(year -> drifting(year.found())).sum() / (4.0 * drifting),
                4 * drifting,
                quiet.stream().filter(year -> !year.quiet()).count(),
                stationary);
        System.out.printf(
                Locale.ROOT,
                "columns found that do not drift: %d; stationary months in which a column moved: %d of %d%n",
                years.stream()
                        .mapToLong(year -> year.found().size() - drifting(year.found()))
                        .sum(),
                quiet.stream().mapToInt(Year::monthsWithAMove).sum(),
                SyntheticYear.MONTHS * stationary);
        ELSEWHERE
                .keySet()
                .forEach(name -> System.out.printf(
                        Locale.ROOT,
                        "%-50s found %.1f %%; %d of %d stationary years with an alarm%n",
                        name,
                        100.0
                                * years.stream()
                                        .mapToLong(year -> drifting(named(year, name)))
                                        .sum()
                                / (4.0 * drifting),
                        quiet.stream()
                                .filter(year -> !named(year, name).isEmpty())
                                .count(),
                        stationary));
    }

    private List<Year> years(int count, long seed, boolean drifts) {
        var years = new ArrayList<Year>();
        for (int i = 0; i < count; i++) {
            years.add(year(seed + i, drifts));
        }
        return years;
    }

    private static Set<String> named(Year year, String rule) {
        return year.elsewhere().getOrDefault(rule, Set.of());
    }

    private static long drifting(Set<String> names) {
        return names.stream().filter(SyntheticYear.DRIFTING::contains).count();
    }

    private static boolean evidently(JudgedColumn judged) {
        return judged.drift().shape() instanceof Shape.Numeric numeric
                ? over(numeric.normalisedWasserstein().value(), 0.1)
                : over(judged.drift().jensenShannon().value(), 0.1);
    }

    private static boolean over(@Nullable Double value, double limit) {
        return value != null && value > limit;
    }

    private static boolean under(@Nullable Double adjusted) {
        return adjusted != null && adjusted <= 0.05;
    }
}
