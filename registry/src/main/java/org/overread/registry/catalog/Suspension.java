package org.overread.registry.catalog;

/** What comes of stopping a version at a site. */
public sealed interface Suspension {
    /** It is no longer shown there from that entry's time on. */
    record Suspended(StageEntry entry) implements Suspension {}

    /** There was nothing to stop. */
    record NotLive(String reason) implements Suspension {}
}
