package org.overread.monitoring.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftFinding;
import org.overread.monitoring.drift.Mark;
import org.overread.monitoring.drift.Movement;
import org.overread.monitoring.plan.WatchedFeature;

/**
 * Turns what became of a column into a check. A sustained finding is a warning, since drift alone harms nobody; a column
 * that has vanished altogether is an alert. How often a feature may be missing is for the plan to say, where it says it.
 */
final class DriftCheckRule {
    private static final double ALL = 0.995;

    private final DriftFinding finding;
    private final boolean missingAllowed;

    private DriftCheckRule(DriftFinding finding, boolean missingAllowed) {
        this.finding = finding;
        this.missingAllowed = missingAllowed;
    }

    /** Nothing for a feature that the plan does not watch. */
    static Stream<Check> of(DriftFinding finding, List<WatchedFeature> features) {
        if (finding.column().kind() != Column.Kind.FEATURE) {
            return Stream.of(new DriftCheckRule(finding, false).check());
        }
        return features.stream()
                .filter(feature -> feature.name().equals(finding.column().name()))
                .map(feature -> new DriftCheckRule(finding, feature.mostMissing() != null).check());
    }

    private Check check() {
        var values = lately(mark -> mark.judged().values().moved());
        var missing =
                missingAllowed ? 0 : lately(mark -> mark.judged().missing().moved());
        var state = state(Math.max(values, missing));
        var sentence = "%s %s"
                .formatted(meaning(), state == CheckState.OK ? "" : held(Math.max(values, missing)))
                .strip();
        boolean ofMissing = missing > values;
        return Check.of(key(), CheckKind.DRIFT, title(), state, sentence)
                .standing("beyond what the plan allows", since(ofMissing))
                .with(limit(ofMissing), points(ofMissing));
    }

    /** Of a column whose missing values another check speaks of, only what became of the others. */
    private String meaning() {
        var now = finding.now();
        return missingAllowed && now.missing().moved() && !now.values().moved()
                ? "The values of %s that are there lie as they did in the reference window."
                        .formatted(finding.column().name())
                : finding.meaning();
    }

    private CheckState state(long lately) {
        if (lately >= finding.needed()) {
            return vanished() ? CheckState.ALERT : CheckState.WARNING;
        }
        return judged() ? CheckState.OK : CheckState.NO_DATA;
    }

    /** Whether anything can be said of the values now; that the missing ones can be counted says nothing of them. */
    private boolean judged() {
        return finding.now().values().undecided() == null;
    }

    /** Whether hardly a value came in the latest window, of a column that had some. */
    private boolean vanished() {
        var now = finding.now().drift();
        return now.current().missingRate() >= ALL && now.reference().missingRate() < ALL;
    }

    private long lately(Predicate<Mark> moved) {
        var marks = finding.marks();
        return marks.subList(Math.max(0, marks.size() - finding.latest()), marks.size()).stream()
                .filter(moved)
                .count();
    }

    private String held(long lately) {
        return lately >= finding.needed()
                ? "It has held in %d of the last %d months.".formatted(lately, finding.latest())
                : "";
    }

    /** The first day of the row of windows that moved, up to the latest one that did. */
    private @Nullable LocalDate since(boolean ofMissing) {
        @Nullable LocalDate first = null;
        for (var mark : finding.marks().reversed()) {
            if (movement(mark, ofMissing).moved()) {
                first = day(mark.from());
            } else if (first != null) {
                break;
            }
        }
        return first;
    }

    private static Movement movement(Mark mark, boolean ofMissing) {
        return ofMissing ? mark.judged().missing() : mark.judged().values();
    }

    private @Nullable Double limit(boolean ofMissing) {
        return finding.marks().isEmpty()
                ? null
                : movement(finding.marks().getLast(), ofMissing).limit();
    }

    private List<CheckPoint> points(boolean ofMissing) {
        return finding.marks().stream()
                .map(mark -> new CheckPoint(
                        day(mark.from()),
                        day(mark.to()),
                        movement(mark, ofMissing).effect(),
                        null,
                        null,
                        null))
                .toList();
    }

    private String key() {
        return switch (finding.column().kind()) {
            case FEATURE -> "drift:" + finding.column().name();
            case SCORE -> "drift-of-score";
            case OUTCOME -> "drift-of-outcome";
        };
    }

    private String title() {
        return switch (finding.column().kind()) {
            case FEATURE -> "Drift of " + finding.column().name();
            case SCORE -> "Drift of the score";
            case OUTCOME -> "Drift of the share of events";
        };
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
