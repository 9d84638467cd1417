package org.overread.monitoring.check;

/** A rate that is charted week by week, and how it is spoken of. */
enum ChartedRate {
    OVERRIDES("overrides", CheckKind.OVERRIDES, "The override rate", "outputs", 1),
    ACCEPTANCES("acceptances", CheckKind.OVERRIDES, "The acceptance rate", "outputs", 1),
    FLAGS("flags", CheckKind.DRIFT, "The flag rate", "predictions", 2),
    /** Against what the scores promise of the very patients of each period. */
    OUTCOMES("outcomes", CheckKind.PERFORMANCE, "The event rate at the same scores", "known outcomes", 2);

    private final String key;
    private final CheckKind kind;
    private final String title;
    private final String cases;
    private final int signals;

    ChartedRate(String key, CheckKind kind, String title, String cases, int signals) {
        this.key = key;
        this.kind = kind;
        this.title = title;
        this.cases = cases;
        this.signals = signals;
    }

    Check check(CheckState state, String sentence) {
        return Check.of("chart:" + key, kind, title, state, sentence);
    }

    String title() {
        return title;
    }

    /** Whether what is usual differs from one period to the next, with the patients. */
    boolean byPeriod() {
        return this == OUTCOMES;
    }

    /** How many signals of {@value ChartRule#STANDS} weeks make a warning. */
    int signals() {
        return signals;
    }

    /** What the rate is of. */
    String cases() {
        return cases;
    }
}
