package org.overread.registry.gate;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;

/**
 * Every policy ever published. Policies of one name for one model form a series: the highest number is in force, the
 * others only judge what was submitted under them.
 */
public record PolicyBook(List<Policy> policies) {
    private record Series(String name, @Nullable String model) {}

    public PolicyBook {
        policies = List.copyOf(policies);
    }

    /**
     * The policy that judges who asks now for the stage of the model; empty when there is none, and then the stage is
     * closed. A policy for this model alone goes before one for all, and a later one before an earlier.
     */
    public Optional<Policy> inForce(String model, Stage stage) {
        return latest().stream()
                .filter(policy -> policy.opens(model, stage))
                .max(comparing((Policy policy) -> policy.model() != null).thenComparing(Policy::publishedAt));
    }

    /** The number that the next policy of that name and model gets. */
    public int nextNumber(String name, @Nullable String model) {
        return policies.stream()
                        .filter(policy -> policy.name().equals(name) && Objects.equals(policy.model(), model))
                        .mapToInt(Policy::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** The policies in force, one of each series. */
    public Collection<Policy> latest() {
        return policies.stream()
                .collect(toMap(
                        policy -> new Series(policy.name(), policy.model()),
                        policy -> policy,
                        maxBy(comparingInt(Policy::number))))
                .values();
    }
}
