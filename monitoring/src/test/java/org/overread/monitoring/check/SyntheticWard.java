package org.overread.monitoring.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Eighteen months of a ward, 110 patients a day of whom one in nine has the event, scored by a model that is right until
 * something changes. Outcomes become known after 30 days. The same seed gives the same ward.
 */
final class SyntheticWard {
    static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    static final LocalDate LAST_OF_REFERENCE = LocalDate.parse("2024-06-30");
    static final LocalDate END = LocalDate.parse("2025-07-01");
    static final LocalDate ONSET = LocalDate.parse("2024-10-01");
    private static final int PER_DAY = 110;
    private static final Duration DELAY = Duration.ofDays(30);

    /** What happens to the ward from {@link #ONSET} on. */
    enum Shift {
        NONE,
        /** Sicker patients come; the model is right about them. */
        COVARIATE,
        /** The score of women no longer means anything. */
        SUBGROUP,
        /** The score of women over 70 no longer means anything. */
        PAIR,
        /** The score of nobody means anything any more. */
        EVERYBODY,
        /** A new treatment halves the events at every score. */
        CONCEPT,
        /** The laboratory value comes in ever fewer cases, until it is gone after two months. */
        VANISHING
    }

    private final SplittableRandom random;
    private final Shift shift;

    private SyntheticWard(long seed, Shift shift) {
        random = new SplittableRandom(seed);
        this.shift = shift;
    }

    static List<WardCase> cases(long seed, Shift shift) {
        return new SyntheticWard(seed, shift).cases();
    }

    /** The same cases, each at the time of another: whatever changed is spread over all time. */
    static List<WardCase> permuted(List<WardCase> cases, long seed) {
        var random = new SplittableRandom(seed);
        var order = new ArrayList<>(cases);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        var permuted = new ArrayList<WardCase>();
        for (int i = 0; i < order.size(); i++) {
            permuted.add(order.get(i).at(cases.get(i).at(), cases.get(i).knownAt()));
        }
        return permuted;
    }

    private List<WardCase> cases() {
        var cases = new ArrayList<WardCase>();
        for (var day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            for (int i = 0; i < PER_DAY; i++) {
                cases.add(one(day, i));
            }
        }
        return cases;
    }

    private WardCase one(LocalDate day, int number) {
        boolean shifted = !day.isBefore(ONSET);
        boolean woman = random.nextInt(2) == 0;
        boolean old = random.nextInt(10) < 4;
        double laboratory = random.nextGaussian() + (shifted && shift == Shift.COVARIATE ? 0.5 : 0);
        double pressure = random.nextGaussian();
        double risk = 1 / (1 + Math.exp(2.6 - 0.9 * laboratory - 0.7 * pressure - (old ? 0.2 : 0)));
        double score = shifted && scoreless(woman, old) ? meaningless() : risk;
        double truth = shifted && shift == Shift.CONCEPT ? risk / (risk + 2 * (1 - risk)) : risk;
        var at = day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofMinutes(13L * number));
        return new WardCase(
                at,
                random.nextInt(25_000),
                Math.round(score * 1e4) / 1e4,
                random.nextDouble() < truth ? 1 : 0,
                at.plus(DELAY),
                Map.of("sex", woman ? "Female" : "Male", "age_band", old ? "70+" : "under 70"),
                features(day, laboratory, pressure));
    }

    private boolean scoreless(boolean woman, boolean old) {
        return shift == Shift.EVERYBODY || shift == Shift.SUBGROUP && woman || shift == Shift.PAIR && woman && old;
    }

    private double meaningless() {
        return 1 / (1 + Math.exp(2.6 - 0.9 * random.nextGaussian() - 0.7 * random.nextGaussian()));
    }

    private Map<String, String> features(LocalDate day, double laboratory, double pressure) {
        var features = new TreeMap<String, String>();
        if (random.nextDouble() >= missing(day)) {
            features.put("laboratory", String.valueOf(Math.round(100 + 20 * laboratory)));
        }
        features.put("pressure", String.valueOf(Math.round(120 + 15 * pressure)));
        features.put("source", "abcd".substring(0, 1 + random.nextInt(4)));
        features.put("insulin", random.nextInt(3) == 0 ? "Up" : "No");
        return features;
    }

    private double missing(LocalDate day) {
        var sinceOnset = ONSET.until(day, java.time.temporal.ChronoUnit.DAYS);
        return shift == Shift.VANISHING && sinceOnset >= 0 ? Math.min(1, 0.02 + sinceOnset / 60.0) : 0.02;
    }

    /** The moment of a day at which a run is made. */
    static Instant morning(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }
}
