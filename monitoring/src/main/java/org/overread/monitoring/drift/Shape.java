package org.overread.monitoring.drift;

import org.overread.monitoring.metric.Estimate;

/** The figures that depend on whether a column holds numbers or categories. */
public sealed interface Shape {
    /** The test of whether the values have changed. */
    Tested test();

    /** How much they have changed, from 0 to 1: the figure that a limit is set on. */
    Estimate effect();

    /**
     * Figures of numbers.
     *
     * @param kolmogorovSmirnov two-sample, two-sided
     * @param wasserstein in the unit of the feature
     * @param normalisedWasserstein in standard deviations of the reference window
     */
    record Numeric(Tested kolmogorovSmirnov, Estimate wasserstein, Estimate normalisedWasserstein) implements Shape {
        /** The same with two digits, from which no count can be worked out. */
        Numeric rounded() {
            return new Numeric(kolmogorovSmirnov.rounded(), rounded(wasserstein), rounded(normalisedWasserstein));
        }

        private static Estimate rounded(Estimate exact) {
            var value = Amounts.rounded(exact.value());
            return value == null ? exact : Estimate.of(value);
        }

        @Override
        public Tested test() {
            return kolmogorovSmirnov;
        }

        @Override
        public Estimate effect() {
            var statistic = kolmogorovSmirnov.statistic();
            return statistic == null
                    ? Estimate.undefined(String.valueOf(kolmogorovSmirnov.reason()))
                    : Estimate.of(statistic);
        }
    }

    /**
     * Figures of categories.
     *
     * @param chiSquare 2 × k without continuity correction
     * @param lInfinity the largest change in the share of one category
     * @param totalVariation the share of predictions that would have to change their category
     */
    record Categorical(Tested chiSquare, Estimate lInfinity, Estimate totalVariation) implements Shape {
        @Override
        public Tested test() {
            return chiSquare;
        }

        @Override
        public Estimate effect() {
            return totalVariation;
        }
    }
}
