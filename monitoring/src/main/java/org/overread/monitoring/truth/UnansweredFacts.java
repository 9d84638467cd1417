package org.overread.monitoring.truth;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/** What clinicians said of a version and nobody has answered. It is asked for when it is told, since it cannot wait. */
public final class UnansweredFacts {
    private UnansweredFacts() {}

    /** @param waiting the findings that wait, the oldest first */
    public static List<Fact> of(List<Finding> waiting) {
        var concerns = waiting.stream().filter(Finding::concern).toList();
        var wrong = waiting.stream().filter(finding -> !finding.concern()).toList();
        return Stream.concat(
                        fact(Kind.CONCERN, concerns, "%d safety concern%s"),
                        fact(Kind.CALLED_WRONG, wrong, "%d output%s called clinically incorrect,"))
                .toList();
    }

    private static Stream<Fact> fact(Kind kind, List<Finding> waiting, String what) {
        if (waiting.isEmpty()) {
            return Stream.empty();
        }
        var since = Words.day(LocalDate.ofInstant(waiting.getFirst().feedback().receivedAt(), ZoneOffset.UTC));
        boolean one = waiting.size() == 1;
        return Stream.of(new Fact(
                kind,
                Weight.CONCERN,
                what.formatted(waiting.size(), one ? "" : "s")
                        + (one ? " unanswered since " : " unanswered, the first since ")
                        + since + "."));
    }
}
