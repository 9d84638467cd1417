package org.overread.registry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The actors behind whom one and the same person looks: the person, and every machine whose token they let in. What two
 * people must do, no two of these can.
 *
 * @param actor the id of the one who looks
 * @param ids the ids of all who look with the same eyes, that one among them
 * @see "registry/docs/decisions/134-whose-eyes-a-token-has.md"
 */
public record PairOfEyes(String actor, Set<String> ids) {
    public PairOfEyes {
        ids = Set.copyOf(ids);
    }

    /** The eyes of an actor who let in no machine, and was let in by nobody. */
    public static PairOfEyes of(String actor) {
        return new PairOfEyes(actor, Set.of(actor));
    }

    /**
     * The eyes that an actor looks with.
     *
     * @param letInBy for the id of each machine the id of whoever let it in
     */
    public static PairOfEyes of(String actor, Map<String, String> letInBy) {
        var person = letInBy.getOrDefault(actor, actor);
        var machines = letInBy.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .map(Map.Entry::getKey);
        return new PairOfEyes(actor, Stream.concat(Stream.of(person), machines).collect(Collectors.toSet()));
    }

    /** Whether the actor with that id looks with these eyes. */
    public boolean include(String other) {
        return ids.contains(other);
    }
}
