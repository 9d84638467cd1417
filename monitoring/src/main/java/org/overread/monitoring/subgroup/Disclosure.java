package org.overread.monitoring.subgroup;

/** How much of a group {@link SmallCells} lets through. */
public enum Disclosure {
    SHOWN,
    /** Everything but the figures at the threshold, whose four cells are too small here or would reveal others. */
    WITHOUT_THRESHOLD,
    HIDDEN
}
