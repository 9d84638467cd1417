package org.overread.monitoring.concern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.identity.NamedPerson;

/**
 * The people for whom one finding waits, without whoever told it. There is always somebody: where nobody else is safety
 * officer the chair watches, and where there is no other chair either an administrator.
 *
 * @param watching those who watch over safety there, by name; never empty
 * @param watch the role they do it in
 * @param modelOwner null when there is no such model yet, or its owner can no longer sign in
 * @param clinicalOwner likewise
 */
public record Circle(
        List<NamedPerson> watching,
        Role watch,
        @Nullable NamedPerson modelOwner,
        @Nullable NamedPerson clinicalOwner) {
    public Circle {
        watching = List.copyOf(watching);
    }

    /** Everybody it waits for, each once. */
    public List<PersonId> people() {
        return List.copyOf(titles().keySet());
    }

    public boolean includes(PersonId person) {
        return people().contains(person);
    }

    /** Who answers first: the model's owner, or else who watches. */
    public PersonId owner() {
        return modelOwner == null ? watching.getFirst().id() : modelOwner.id();
    }

    /** Who answers when the first does not: somebody else who watches, or else the clinical owner. */
    public PersonId deputy() {
        var first = owner();
        return watching.stream()
                .map(NamedPerson::id)
                .filter(person -> !person.equals(first))
                .findFirst()
                .orElse(clinicalOwner == null ? first : clinicalOwner.id());
    }

    /** Such as {@code Omar Reyes (safety officer), Max Lindqvist (model owner) and Ada Okafor (clinical owner)}. */
    public String names() {
        var names = new ArrayList<String>();
        named().forEach((person, titles) -> names.add(person.name() + " (" + String.join(", ", titles) + ")"));
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** What is missing there, and who stands in; empty when nothing is. */
    public String lack() {
        return watch == Role.SAFETY_OFFICER
                ? ""
                : "Nobody who may answer this is safety officer here, so it waits for the %s. An administrator gives the role under People."
                        .formatted(title(watch));
    }

    private Map<PersonId, List<String>> titles() {
        return named().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().id(), Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    private Map<NamedPerson, List<String>> named() {
        var named = new LinkedHashMap<NamedPerson, List<String>>();
        watching.forEach(person -> add(named, person, title(watch)));
        add(named, modelOwner, "model owner");
        add(named, clinicalOwner, "clinical owner");
        return named;
    }

    private static void add(Map<NamedPerson, List<String>> named, @Nullable NamedPerson person, String title) {
        if (person != null) {
            named.computeIfAbsent(person, _ -> new ArrayList<>()).add(title);
        }
    }

    private static String title(Role role) {
        return role.title().toLowerCase(Locale.ROOT);
    }
}
