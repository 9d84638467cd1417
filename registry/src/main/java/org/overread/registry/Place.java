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
    public static final Place ANYWHERE = new Place(null, null, null);

    public static Place ofModel(String model, @Nullable String department) {
        return new Place(model, department, null);
    }

    public Place at(@Nullable String newSite) {
        return new Place(model, department, newSite);
    }
}
