package org.overread.registry;

import org.jspecify.annotations.Nullable;

/** How far a role reaches. A part that is {@code null} sets no limit; {@link #EVERYWHERE} sets none at all. */
public record Scope(
        @Nullable String model,
        @Nullable String department,
        @Nullable String site) {
    public static final Scope EVERYWHERE = new Scope(null, null, null);

    /**
     * Whether this scope reaches the place. A limited part covers only a place that names the same value; a place
     * that leaves that part open is covered, because lists are filtered row by row afterwards.
     */
    public boolean covers(Place place) {
        return reaches(model, place.model()) && reaches(department, place.department()) && reaches(site, place.site());
    }

    private static boolean reaches(@Nullable String limit, @Nullable String asked) {
        return limit == null || asked == null || limit.equals(asked);
    }
}
