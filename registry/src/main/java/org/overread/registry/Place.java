package org.overread.registry;

import org.jspecify.annotations.Nullable;

/**
 * Where something is asked for: about which model, in which department, at which site. A part that does not matter
 * to the question is {@code null}.
 */
public record Place(
        @Nullable String model,
        @Nullable String department,
        @Nullable String site) {
    /** No site has this name, so a role that is limited to a site does not reach it. */
    private static final String EVERY_SITE = "";

    public static final Place ANYWHERE = new Place(null, null, null);

    /** Somewhere that nobody knows yet: only a right without limits reaches it. */
    public static final Place UNKNOWN = new Place("", "", "");

    public static Place ofModel(String model, @Nullable String department) {
        return new Place(model, department, null);
    }

    public Place at(@Nullable String newSite) {
        return new Place(model, department, newSite);
    }

    /** At that site, or without one at all sites together, where nobody may do anything who is limited to one. */
    public Place throughout(@Nullable String oneSite) {
        return at(oneSite == null ? EVERY_SITE : oneSite);
    }
}
