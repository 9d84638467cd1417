package org.overread.registry.identity;

import org.overread.registry.PersonId;

/** A person by name, as lists to pick from and pages that mention them need it. */
public record NamedPerson(PersonId id, String name, boolean active) {}
