package org.overread.monitoring.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblems;

/**
 * A feature that is watched, and what its values may be.
 *
 * @param unit what a number counts, such as {@code mmol/l}; null when it counts nothing
 * @param low the smallest number that makes sense; null without one
 * @param high the largest; null without one
 * @param categories the values a categorical feature may take; empty when any may come
 * @param mostMissing the largest share of predictions without a value that is in order, from 0 to 1; null when any is
 */
public record WatchedFeature(
        String name,
        FeatureKind kind,
        @Nullable String unit,
        @Nullable Double low,
        @Nullable Double high,
        List<String> categories,
        @Nullable Double mostMissing) {
    private static final int MOST_CATEGORIES = 500;

    public WatchedFeature {
        // a file may leave them out
        categories = Objects.requireNonNullElse(categories, List.<String>of()).stream()
                .toList();
    }

    /** Whether the value is one that the plan allows; a number is given as the text that was sent. */
    public boolean allows(String value) {
        return switch (kind) {
            case CATEGORICAL -> categories.isEmpty() || categories.contains(value);
            case NUMERIC ->
                number(value) instanceof Double number
                        && (low == null || number >= low)
                        && (high == null || number <= high);
        };
    }

    private static @Nullable Double number(String text) {
        try {
            var number = Double.valueOf(text.strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    void tell(FieldProblems problems, String field) {
        boolean numeric = kind == FeatureKind.NUMERIC;
        problems.text(field + ".name", name, 200)
                .present(field + ".kind", kind)
                .optionalText(field + ".unit", unit, 50)
                .when(!numeric && unit != null, field + ".unit", "belongs to numeric features only")
                .when(!numeric && (low != null || high != null), field + ".low", "belongs to numeric features only")
                .when(
                        notFinite(low) || notFinite(high) || low != null && high != null && low > high,
                        field + ".high",
                        "must be a number that is not below low")
                .when(numeric && !categories.isEmpty(), field + ".categories", "belong to categorical features only")
                .when(categories.size() > MOST_CATEGORIES, field + ".categories", "must be at most " + MOST_CATEGORIES)
                .when(
                        categories.stream().distinct().count() < categories.size(),
                        field + ".categories",
                        "name one twice")
                .when(
                        mostMissing != null && !(mostMissing >= 0 && mostMissing <= 1),
                        field + ".mostMissing",
                        "must be a share from 0 to 1");
        categories.forEach(category -> problems.text(field + ".categories", category, 500));
    }

    private static boolean notFinite(@Nullable Double bound) {
        return bound != null && !Double.isFinite(bound);
    }
}
