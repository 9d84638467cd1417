package org.overread.registry.catalog;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.registry.audit.Deed;

/** The steps of versions in the words of the audit trail, each tied to its row by a digest. Reasons stay out of it. */
public final class StageDeeds {
    public static final String ENTERED = "stage.entered";
    public static final String STOPPED = "stage.suspended";
    /** The detail that holds the digest of the step. */
    public static final String DIGEST = "entry";

    private StageDeeds() {}

    static Deed entered(StageEntry step, Replacement replacement) {
        var facts = facts(step, replacement);
        facts.put("stage", step.stage().name());
        facts.put("by", step.by());
        Optional.ofNullable(step.promotion()).ifPresent(promotion -> facts.put("promotion", promotion.toString()));
        var replaced = replacement.replaced().stream().map(Object::toString).collect(joining(", "));
        if (!replaced.isEmpty()) {
            facts.put("replaced", replaced);
        }
        return deed(
                ENTERED,
                step,
                step.version() + " entered " + step.stage().title() + " at " + step.site()
                        + (replaced.isEmpty() ? "" : " in place of " + replaced),
                facts);
    }

    static Deed stopped(StageEntry step, Replacement replacement) {
        return deed(STOPPED, step, "stopped " + step.version() + " at " + step.site(), facts(step, replacement));
    }

    private static Map<String, String> facts(StageEntry step, Replacement replacement) {
        var facts = new TreeMap<String, String>();
        facts.put("site", step.site());
        facts.put(DIGEST, step.digest().hex());
        if (!replacement.ends().isEmpty()) {
            facts.put(
                    "ended",
                    replacement.ends().stream()
                            .map(each -> each.version() + " " + each.audience())
                            .collect(joining(", ")));
        }
        return facts;
    }

    private static Deed deed(String action, StageEntry step, String sentence, Map<String, String> facts) {
        return new Deed(
                action,
                "model-version",
                step.version().toString(),
                step.version().model(),
                sentence,
                facts);
    }
}
