package org.overread.monitoring.prediction.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.canonical.SortedJson;

/** The combinations of subgroup values that occur in one batch, numbered from 0 as they come. */
final class Slices {
    static final int MOST = 10_000;

    /** One combination: its place in this batch, and its canonical text in UTF-8. */
    record Slice(int index, byte[] canonical) {}

    private final Map<SortedMap<String, String>, Slice> known = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    Slice of(SortedMap<String, String> values) {
        var slice = known.get(values);
        return slice == null ? add(values) : slice;
    }

    /** The canonical texts in the order of their places. */
    List<String> texts() {
        return texts;
    }

    static GovernanceException tooMany() {
        return new GovernanceException(
                ErrorCode.INVALID,
                "The subgroups form more than " + MOST + " combinations: leave out attributes that tell patients apart",
                List.of(new FieldProblem("subgroups", "form more than " + MOST + " combinations")));
    }

    private Slice add(SortedMap<String, String> values) {
        if (known.size() == MOST) {
            throw tooMany();
        }
        var text = SortedJson.of(values);
        var slice = new Slice(known.size(), text.getBytes(StandardCharsets.UTF_8));
        known.put(values, slice);
        texts.add(text);
        return slice;
    }
}
