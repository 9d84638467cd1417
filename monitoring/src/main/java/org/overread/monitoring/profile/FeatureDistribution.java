package org.overread.monitoring.profile;

/** The values one feature took in one window, and how often it had none. */
public sealed interface FeatureDistribution permits NumericDistribution, CategoricalDistribution {
    /** Predictions in the window whose feature had a value. */
    long present();

    /** Predictions in the window whose feature had none. */
    long missing();

    default long total() {
        return present() + missing();
    }

    /** The share without a value, from 0 to 1; NaN in an empty window. */
    default double missingRate() {
        return (double) missing() / total();
    }
}
