package org.overread.web.promotion;

import static java.util.stream.Collectors.joining;

import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.PolicyBook;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PolicyState;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** How a policy stands, as a word with a sign. */
final class InForce {
    private InForce() {}

    static Tag tag(PolicyFile file, PolicyBook book) {
        var state = book.state(file);
        return switch (state) {
            case PROPOSED -> new Tag(state.title(), Tone.WAITING);
            case DECLINED -> new Tag(state.title(), Tone.BAD);
            case ANNOUNCED ->
                new Tag("In force from " + Times.text(file.begins().orElseThrow()), Tone.WAITING);
            case IN_FORCE ->
                new Tag(
                        "In force for "
                                + book.stagesOf(file.policy()).stream()
                                        .map(Stage::title)
                                        .collect(joining(", ")),
                        Tone.GOOD);
            case REPLACED -> new Tag("Replaced; judges only what was submitted under it", Tone.PLAIN);
            case RETIRED -> new Tag("Retired; the stages it opened are closed", Tone.PLAIN);
        };
    }

    /** Whether it is what people look for first: in force, or soon to be. */
    static boolean current(PolicyFile file, PolicyBook book) {
        var state = book.state(file);
        return state == PolicyState.IN_FORCE || state == PolicyState.ANNOUNCED || state == PolicyState.PROPOSED;
    }
}
