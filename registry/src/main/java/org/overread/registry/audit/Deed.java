package org.overread.registry.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, in the words of the audit trail.
 *
 * @param action a stable verb such as {@code model.registered}, for filters
 * @param subjectType what it was done to, such as {@code model-version}
 * @param subjectId the id of what it was done to
 * @param model the model it concerns, for filters and scopes; null when none
 * @param sentence one sentence in plain words without patient data, such as "registered version 2 of sepsis"
 * @param details further facts by name; never free text that may hold patient data
 */
public record Deed(
        String action,
        String subjectType,
        String subjectId,
        @Nullable String model,
        String sentence,
        Map<String, String> details) {
    public Deed {
        details = Map.copyOf(details);
    }

    public static Deed of(
            String action, String subjectType, String subjectId, @Nullable String model, String sentence) {
        return new Deed(action, subjectType, subjectId, model, sentence, Map.of());
    }
}
