package org.overread.registry.gate;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.overread.registry.gate.Reading.Broken;
import org.overread.registry.gate.Reading.Kept;
import org.overread.registry.gate.Reading.Untold;

/** How one criterion came out. "Could not tell" is an outcome of its own, so that missing evidence never passes. */
public sealed interface CriterionVerdict {
    Criterion criterion();

    /** What each figure said; empty when there was none. */
    List<Reading> readings();

    /** Why it came out this way, in words. */
    String reason();

    /** The outcome within a sentence. */
    default String word() {
        return switch (this) {
            case Met _ -> "met";
            case NotMet _ -> "not met";
            case Undetermined _ -> "undetermined";
        };
    }

    /** Every figure the criterion speaks of keeps the limit, and there is at least one. */
    record Met(Criterion criterion, List<Reading> readings) implements CriterionVerdict {
        public Met {
            readings = List.copyOf(readings);
        }

        /** The reading that comes nearest to the limit: the others have more room. */
        @Override
        public String reason() {
            var nearest = readings.stream()
                    .filter(Kept.class::isInstance)
                    .map(Kept.class::cast)
                    .min(comparingDouble(reading -> criterion.margin(reading.decisive())))
                    .map(Kept::sentence)
                    .orElse("");
            return readings.size() == 1 ? nearest : "all %d groups; nearest: %s".formatted(readings.size(), nearest);
        }
    }

    /** At least one figure breaks the limit. */
    record NotMet(Criterion criterion, List<Reading> readings) implements CriterionVerdict {
        public NotMet {
            readings = List.copyOf(readings);
        }

        @Override
        public String reason() {
            return sentences(Stream.concat(
                    readings.stream().filter(Broken.class::isInstance),
                    readings.stream().filter(Untold.class::isInstance)));
        }
    }

    /** No figure breaks the limit, but one or more cannot tell, or there is none at all. */
    record Undetermined(Criterion criterion, List<Reading> readings) implements CriterionVerdict {
        public Undetermined {
            readings = List.copyOf(readings);
        }

        @Override
        public String reason() {
            if (readings.isEmpty()) {
                var eachOf = criterion.eachOf();
                return eachOf == null ? "there is no such figure" : "there are no groups of " + eachOf;
            }
            return sentences(readings.stream().filter(Untold.class::isInstance));
        }
    }

    /** Sums up what the figures said: one broken breaks it, one untold leaves it open, none at all leaves it open. */
    static CriterionVerdict of(Criterion criterion, List<Reading> readings) {
        Predicate<Class<? extends Reading>> any = type -> readings.stream().anyMatch(type::isInstance);
        if (any.test(Broken.class)) {
            return new NotMet(criterion, readings);
        }
        return readings.isEmpty() || any.test(Untold.class)
                ? new Undetermined(criterion, readings)
                : new Met(criterion, readings);
    }

    private static String sentences(Stream<Reading> readings) {
        return readings.map(Reading::sentence).collect(joining(" · "));
    }
}
