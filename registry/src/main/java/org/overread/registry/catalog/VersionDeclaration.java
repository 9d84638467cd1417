package org.overread.registry.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * All that is declared of a version, and so all that its digest covers. A generative system is declared whole: change
 * only its prompt and it is another version.
 *
 * @param threshold the score from which a case is flagged, in [0,1]; null when the version flags nothing
 * @param artifactDigest the digest of the model file, as the place that keeps the file states it
 * @param configuration settings that change what comes out, as text
 * @param prompt the instructions a generative model is given
 * @param mlflowRun the MLflow run it came from
 * @param trainingData what it was trained on
 * @param subgroups the attributes it must be shown to be fair by, such as {@code sex} or {@code age_band}
 */
public record VersionDeclaration(
        @Nullable Double threshold,
        ChangeType changeType,
        @Nullable String artifactDigest,
        @Nullable String configuration,
        @Nullable String prompt,
        @Nullable String mlflowRun,
        @Nullable String trainingData,
        @Nullable String note,
        List<String> subgroups) {
    private static final int LONG_TEXT = 100_000;

    public VersionDeclaration {
        subgroups = List.copyOf(subgroups);
    }

    /** What is wrong with it as far as it can be told from the declaration alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        var problems = new FieldProblems()
                .when(
                        threshold != null && !(threshold >= 0 && threshold <= 1),
                        "threshold",
                        "must be a number from 0 to 1")
                .present("changeType", changeType)
                .optionalText("artifactDigest", artifactDigest, 200)
                .optionalText("configuration", configuration, LONG_TEXT)
                .optionalText("prompt", prompt, LONG_TEXT)
                .optionalText("mlflowRun", mlflowRun, 500)
                .optionalText("trainingData", trainingData, 4000)
                .optionalText("note", note, 4000)
                .when(subgroups.size() > 20, "subgroups", "must be at most 20")
                .when(subgroups.stream().distinct().count() < subgroups.size(), "subgroups", "names one twice");
        subgroups.forEach(attribute -> problems.text("subgroups", attribute, 63));
        return problems.list();
    }

    /**
     * What in it seems to identify a patient. In a configuration only what is sure is looked for: it is full of numbers
     * that are no person's.
     *
     * @param confirmed the writer says that what was pointed out identifies none
     */
    List<FieldProblem> identifiers(boolean confirmed) {
        return new FieldProblems()
                .identifiers("configuration", configuration, true)
                .identifiers("prompt", prompt, confirmed)
                .identifiers("trainingData", trainingData, confirmed)
                .identifiers("note", note, confirmed)
                .list();
    }

    /**
     * What the digest is taken over, by name. Names without a declared value are left out, so that a later release
     * that can declare more still finds the same digest for this version.
     */
    public Map<String, Object> content() {
        var content = new TreeMap<String, Object>();
        put(content, "threshold", threshold);
        put(content, "changeType", changeType.name());
        put(content, "artifactDigest", artifactDigest);
        put(content, "configuration", configuration);
        put(content, "prompt", prompt);
        put(content, "mlflowRun", mlflowRun);
        put(content, "trainingData", trainingData);
        put(content, "note", note);
        put(content, "subgroups", subgroups.isEmpty() ? null : subgroups);
        return content;
    }

    private static void put(Map<String, Object> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
    }
}
