package org.overread.registry;

import java.util.UUID;

/** A person's id. It stays with that person for ever and is never given to anybody else. */
public record PersonId(UUID value) {
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
