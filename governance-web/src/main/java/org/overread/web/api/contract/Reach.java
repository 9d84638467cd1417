package org.overread.web.api.contract;

/** How far a permission must reach for a call. */
public enum Reach {
    /** To the model, department and site that the call is about; elsewhere it is refused, or nothing is there. */
    PLACE,
    /** To anything at all; the answer holds what it reaches. */
    SOMEWHERE,
    /** Everywhere: a permission that is limited to a model, a department or a site does not do. */
    EVERYWHERE
}
