package org.overread.monitoring.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.overread.registry.ModelVersionId;

/**
 * What was found in a version's data, remembered with what it stands on.
 *
 * @param standsOn the batches and the plan it was drawn from; other data, another text
 * @param took how long the drawing took
 * @param facts the worst first
 */
public record Truth(ModelVersionId version, String standsOn, Instant drawnAt, Duration took, List<Fact> facts) {
    /** Drawing never takes more than a twentieth of the time. */
    private static final int REST = 20;

    public Truth {
        facts = facts.stream().sorted().toList();
    }

    /** Whether it may be drawn anew for that data: it is of other data, and the last drawing is long enough ago. */
    boolean due(String data, Instant now) {
        return !standsOn.equals(data) && !now.isBefore(drawnAt.plus(took.multipliedBy(REST)));
    }

    /** How many facts somebody should look at. */
    public long concerning() {
        return facts.stream()
                .filter(fact -> fact.weight() == Fact.Weight.CONCERN)
                .count();
    }

    /** One sentence for each fact. */
    public String sentence() {
        return facts.stream().map(Fact::sentence).collect(Collectors.joining(" "));
    }
}
