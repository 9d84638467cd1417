package org.overread.web.promotion;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyBook;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** What a published policy still judges: the stages for which none that came later took its place. */
final class InForce {
    private InForce() {}

    static Tag tag(Policy policy, PolicyBook book) {
        var stages = stages(policy, book);
        return stages.isEmpty()
                ? new Tag("Replaced; judges only what was submitted under it", Tone.PLAIN)
                : new Tag("In force for " + stages.stream().map(Stage::title).collect(joining(", ")), Tone.GOOD);
    }

    /** The stages it judges now, of its model, or of every model without a policy of its own. */
    static List<Stage> stages(Policy policy, PolicyBook book) {
        var model = policy.model() == null ? "" : policy.model();
        return policy.opens().stream()
                .filter(stage ->
                        book.inForce(model, stage).filter(policy::equals).isPresent())
                .toList();
    }
}
