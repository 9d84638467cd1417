package org.overread.web.api.contract;

/** How far a permission must reach for a call. */
public enum Reach {
    /** Nowhere in particular: what is asked for is the caller's own. */
    OWN,
    /** To anything at all; the answer holds what it reaches. */
    SOMEWHERE,
    /** To all of a model at least, at every site: a limit to a department or a site does not do. */
    MODELS,
    /** To some of the model that the call is about; the answer holds, or of what was sent is taken, what it reaches. */
    PART,
    /**
     * To the place of what the call is about: the site that it names or that its object is at, and all sites of the
     * model where there is none. Elsewhere it is refused, or nothing is there.
     */
    PLACE,
    /** To all of the model that the call is about: a limit to a site does not do. */
    MODEL,
    /** Everywhere: a permission that is limited to a model, a department or a site does not do. */
    EVERYWHERE
}
