package org.overread.monitoring.integrity;

/** In which way what was sent differs from what was declared, or from what came before. */
public enum IntegrityKind {
    /** A value that is not among the declared ones. */
    UNKNOWN_CATEGORY,
    /** A number below the lowest or above the highest that was declared. */
    OUT_OF_RANGE,
    /** A value of a measured feature that is no number. */
    NOT_A_NUMBER,
    /** A declared feature that none of the lines had. */
    ABSENT,
    /** Numbers on another scale than those of earlier batches, as after a change of unit. */
    SCALE_JUMP
}
