package org.overread.registry.audit;

import org.jspecify.annotations.Nullable;

/**
 * A row that the audit trail must tell of.
 *
 * @param name the row as people call it, such as {@code stage entry 17: sepsis/3 General use at north}
 * @param model the model it concerns; null when none
 * @param mark what the entry that tells of it must say, in one text; equal to {@link WitnessedRecords#mark}
 * @param fault what is wrong with the row by itself, to follow its name; null when nothing is
 * @param subject what it belongs to; null when that can be looked at nowhere
 */
public record Witnessed(
        String name,
        @Nullable String model,
        String mark,
        @Nullable String fault,
        @Nullable SubjectRef subject) {
    public Witnessed(String name, @Nullable String model, String mark, @Nullable String fault) {
        this(name, model, mark, fault, null);
    }
}
