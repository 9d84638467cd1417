package org.overread.web.promotion;

import java.util.Optional;
import org.overread.registry.gate.PolicyDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A half-written policy as text, to be kept until it is published; a limit that is not typed yet is NaN. */
final class PolicyText {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PolicyText() {}

    static String of(PolicyDraft draft) {
        return MAPPER.writeValueAsString(draft);
    }

    /** What {@link #of} wrote; empty when the text is from another release and says something else. */
    static Optional<PolicyDraft> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, PolicyDraft.class));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }
}
