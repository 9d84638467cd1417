package org.overread.registry.audit.anchor;

import java.util.List;

/** A place outside the database where anchors are put. Every CDI bean of this type is one. */
public interface AnchorPlace {
    /** What it is called in words, such as {@code folder anchors}; the same over all starts. */
    String name();

    /** Whether it has been set up. */
    boolean open();

    /** Puts the anchor there, within some seconds. Every failure is an answer. */
    Answer put(SignedAnchor anchor);

    /** The anchors that can be read back from there; none from a place that only takes. */
    default List<SignedAnchor> kept() {
        return List.of();
    }

    /** Whether what was put there can be read back. */
    default boolean readable() {
        return false;
    }

    /** What the place said. */
    record Answer(boolean kept, String words) {}
}
