package org.overread.monitoring.plan;

/** What the values of a feature are. */
public enum FeatureKind {
    NUMERIC,
    CATEGORICAL
}
