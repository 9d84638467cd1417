package org.overread.monitoring.performance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * What is asked of a version's predictions.
 *
 * @param from the first instant; null without a beginning
 * @param to the instant after the last; null without an end
 * @param by the attributes to split by, in the order to show them
 * @param pairs whether to split by every two attributes together as well
 * @param threshold flags scores at or above it; null for the one the version declares
 * @param site null for all sites
 */
public record PerformanceQuestion(
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> by,
        boolean pairs,
        @Nullable Double threshold,
        @Nullable String site) {
    private static final int MOST_ATTRIBUTES = 10;

    public PerformanceQuestion {
        by = List.copyOf(by);
    }

    /** Everything that was sent, split by these attributes, at the declared threshold. */
    public static PerformanceQuestion by(List<String> attributes, boolean pairs) {
        return new PerformanceQuestion(null, null, attributes, pairs, null, null);
    }

    public Window window() {
        return new Window(from, to, site);
    }

    /**
     * What is wrong with it; empty when it can be answered.
     *
     * @param declared the version's own threshold
     * @param attributes those that can be split by
     */
    List<FieldProblem> problems(@Nullable Double declared, List<String> attributes) {
        var problems = new FieldProblems()
                .when(threshold == null && declared == null, "threshold", "is required: this version declares none")
                .when(threshold != null && !(threshold >= 0 && threshold <= 1), "threshold", "must be from 0 to 1")
                .when(from != null && to != null && !from.isBefore(to), "to", "must be after from")
                .when(by.size() > MOST_ATTRIBUTES, "by", "must be at most " + MOST_ATTRIBUTES + " attributes")
                .when(Set.copyOf(by).size() < by.size(), "by", "names an attribute twice");
        by.stream()
                .filter(attribute -> !attributes.contains(attribute))
                .findFirst()
                .ifPresent(unknown -> problems.when(
                        true, "by", "names an attribute these predictions do not have; they have " + attributes));
        return problems.list();
    }
}
