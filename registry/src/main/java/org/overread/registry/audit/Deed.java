package org.overread.registry.audit;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Written;
import org.overread.registry.phi.PhiScan;

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

    /**
     * The deed with the kinds of identifiers that the writer confirmed to be none; without what stands there.
     *
     * @param texts those that were scanned
     */
    public Deed confirming(Written<? extends @Nullable Object> written, @Nullable String... texts) {
        var kinds = PhiScan.kinds(Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining("\n\n")));
        if (!written.noIdentifiersConfirmed() || kinds.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(details);
        more.put("confirmedNoIdentifiers", kinds);
        return new Deed(action, subjectType, subjectId, model, sentence, more);
    }

    public static Deed of(
            String action, String subjectType, String subjectId, @Nullable String model, String sentence) {
        return new Deed(action, subjectType, subjectId, model, sentence, Map.of());
    }
}
