package org.overread.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where something is or is done: about which model, in which department, at which site. A part that is {@code null} is
 * all of them together, where nobody may do anything who is limited to one of them.
 */
public record Place(
        @Nullable String model,
        @Nullable String department,
        @Nullable String site) {
    /** All models of all departments at all sites together, and what belongs to none of them. */
    public static final Place EVERYWHERE = new Place(null, null, null);

    /** Somewhere that nobody knows yet: only a right without limits reaches it. */
    public static final Place UNKNOWN = new Place("", "", "");

    public static Place ofModel(String model, @Nullable String department) {
        return new Place(model, department, null);
    }

    /** At that site, or without one at all sites together. */
    public Place at(@Nullable String newSite) {
        return new Place(model, department, newSite);
    }
}
