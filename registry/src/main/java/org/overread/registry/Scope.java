package org.overread.registry;

import org.jspecify.annotations.Nullable;

/**
 * How far a role reaches. A part that is {@code null} sets no limit; {@link #EVERYWHERE} sets none at all.
 *
 * @see "registry/docs/decisions/047-how-far-a-limit-reaches.md"
 */
public record Scope(
        @Nullable String model,
        @Nullable String department,
        @Nullable String site) {
    public static final Scope EVERYWHERE = new Scope(null, null, null);

    /**
     * Whether this scope reaches all of the place. A limited part covers only a place that names the same value; a
     * place that names none there is all of them together, and a limit does not reach that far.
     */
    public boolean covers(Place place) {
        return reaches(model, place.model()) && reaches(department, place.department()) && reaches(site, place.site());
    }

    /** Whether this scope reaches anything of the place, as is asked for lists that are then cut row by row. */
    public boolean meets(Place place) {
        return overlaps(model, place.model())
                && overlaps(department, place.department())
                && overlaps(site, place.site());
    }

    private static boolean reaches(@Nullable String limit, @Nullable String asked) {
        return limit == null || limit.equals(asked);
    }

    private static boolean overlaps(@Nullable String limit, @Nullable String asked) {
        return limit == null || asked == null || limit.equals(asked);
    }
}
