package org.overread.registry.gate;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;

/**
 * Every policy ever published, read at one moment. Policies of one name for one model form a series: the highest number
 * that has begun is in force, the others only judge what was submitted under them. A retired policy keeps its place, so
 * that its stages are closed and no older policy opens them again.
 */
public record PolicyBook(List<PolicyFile> files, Instant asOf) {
    private record Series(String name, @Nullable String model) {}

    public PolicyBook {
        files = List.copyOf(files);
    }

    /** The same book read at another moment. */
    PolicyBook at(Instant moment) {
        return new PolicyBook(files, moment);
    }

    /** The same book with one more policy in it. */
    PolicyBook with(PolicyFile file) {
        return new PolicyBook(Stream.concat(files.stream(), Stream.of(file)).toList(), asOf);
    }

    /**
     * The policy that judges who asks now for the stage of the model; empty when there is none or it is retired, and
     * then the stage is closed. A policy for this model alone goes before one for all, and one that began later before
     * an earlier.
     */
    public Optional<Policy> inForce(String model, Stage stage) {
        return lastWord(model, stage).filter(file -> !file.retiredBy(asOf)).map(PolicyFile::policy);
    }

    /** The policy that has the last word on the stage, retired or not; of no model in particular when that is null. */
    Optional<PolicyFile> lastWord(@Nullable String model, Stage stage) {
        return latest().stream()
                .filter(file -> file.policy().opens(model, stage))
                .max(comparing((PolicyFile file) -> file.policy().model() != null)
                        .thenComparing(file -> file.begins().orElse(Instant.MIN))
                        .thenComparing(file -> file.policy().publishedAt()));
    }

    /** The number that the next policy of that name and model gets. */
    public int nextNumber(String name, @Nullable String model) {
        return files.stream()
                        .map(PolicyFile::policy)
                        .filter(policy -> policy.name().equals(name) && Objects.equals(policy.model(), model))
                        .mapToInt(Policy::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** The policies that have begun, the newest of each series. */
    public Collection<PolicyFile> latest() {
        return files.stream()
                .filter(file -> file.begunBy(asOf))
                .collect(toMap(
                        file -> new Series(file.policy().name(), file.policy().model()),
                        file -> file,
                        maxBy(comparingInt(file -> file.policy().number()))))
                .values();
    }

    /** The stages for which the policy has the last word: of its model, or of every model without a policy of its own. */
    public List<Stage> stagesOf(Policy policy) {
        return policy.opens().stream()
                .filter(stage -> lastWord(policy.model(), stage)
                        .filter(file -> file.policy().equals(policy))
                        .isPresent())
                .toList();
    }

    /** How the policy stands now. */
    public PolicyState state(PolicyFile file) {
        if (file.waits()) {
            return PolicyState.PROPOSED;
        }
        if (file.begins().isEmpty()) {
            return PolicyState.DECLINED;
        }
        if (!file.begunBy(asOf)) {
            return PolicyState.ANNOUNCED;
        }
        if (file.retiredBy(asOf)) {
            return PolicyState.RETIRED;
        }
        return stagesOf(file.policy()).isEmpty() ? PolicyState.REPLACED : PolicyState.IN_FORCE;
    }

    /** The moments from then on at which the book changes by what is announced in it, that one among them. */
    List<Instant> turns(Instant from) {
        return Stream.concat(
                        Stream.of(from),
                        files.stream().flatMap(file -> file.begins().stream()).filter(begin -> begin.isAfter(from)))
                .distinct()
                .sorted()
                .toList();
    }
}
