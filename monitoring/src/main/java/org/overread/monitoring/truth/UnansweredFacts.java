package org.overread.monitoring.truth;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;

/** What clinicians said of a version and nobody has answered. It is asked for when it is told, since it cannot wait. */
public final class UnansweredFacts {
    private UnansweredFacts() {}

    /** @param waiting what waits on the version, in each place */
    public static List<Fact> of(List<Unanswered> waiting) {
        var concerns = waiting.stream().filter(Unanswered::concern).toList();
        var wrong = waiting.stream().filter(some -> !some.concern()).toList();
        return Stream.concat(
                        fact(Kind.CONCERN, concerns, "%d safety concern%s"),
                        fact(Kind.CALLED_WRONG, wrong, "%d output%s called clinically incorrect,"))
                .toList();
    }

    private static Stream<Fact> fact(Kind kind, List<Unanswered> waiting, String what) {
        if (waiting.isEmpty()) {
            return Stream.empty();
        }
        var first = waiting.stream().map(Unanswered::since).min(Comparator.naturalOrder());
        var since = Words.day(LocalDate.ofInstant(first.orElseThrow(), ZoneOffset.UTC));
        long count = waiting.stream().mapToLong(Unanswered::count).sum();
        boolean one = count == 1;
        return Stream.of(new Fact(
                kind,
                Weight.CONCERN,
                what.formatted(count, one ? "" : "s")
                        + (one ? " unanswered since " : " unanswered, the first since ")
                        + since + "."));
    }
}
