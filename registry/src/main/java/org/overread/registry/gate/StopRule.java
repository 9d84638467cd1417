package org.overread.registry.gate;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;

/**
 * What stops a release although every criterion was met when the evidence was pinned.
 *
 * @param by what stops it as long as it stands
 * @param evidenceDays how many days the evidence serves, from 1 to {@value #LONGEST}; after that nobody approves on it.
 *     Null only in policies from before there was such a limit
 * @param evidenceAnew whether a severe finding stops the release even when it is cleared, until it is part of new
 *     evidence
 * @see "registry/docs/decisions/050-what-has-changed-since.md"
 */
public record StopRule(Set<Change.Kind> by, @Nullable Integer evidenceDays, boolean evidenceAnew) {
    static final int LONGEST = 365;

    private static final Set<Change.Kind> GRAVE =
            EnumSet.of(Change.Kind.SEVERE_FINDING, Change.Kind.SAFETY_CONCERN, Change.Kind.SEVERE_ALERT);

    /** What a policy says that is written without saying anything else. */
    public static final StopRule USUAL = new StopRule(with(GRAVE, Change.Kind.WATCHED_LESS), 90, false);

    /** What holds for a policy from before policies spoke of it: only what is grave, and its evidence has no end. */
    public static final StopRule UNSAID = new StopRule(GRAVE, null, false);

    public StopRule {
        var ordered = EnumSet.noneOf(Change.Kind.class);
        ordered.addAll(by);
        by = Collections.unmodifiableSet(ordered);
    }

    private static Set<Change.Kind> with(Set<Change.Kind> some, Change.Kind another) {
        var all = EnumSet.copyOf(some);
        all.add(another);
        return all;
    }

    /** Whether the change stops the release. */
    boolean stops(Change change) {
        return switch (change) {
            case Change.SevereFinding finding -> by.contains(finding.kind()) && (finding.open() || evidenceAnew);
            case Change.OpenAlert alert -> by.contains(alert.kind());
            case Change.OtherVerdict verdict -> !verdict.open() && by.contains(Change.Kind.OTHER_VERDICT);
            case Change.WatchedLess _ -> by.contains(Change.Kind.WATCHED_LESS);
            case Change.GrownOld _ -> true;
        };
    }

    /** Why the change stops the release, or why it does not, in one sentence. */
    public String because(Change change) {
        return switch (change) {
            case Change.SevereFinding finding
            when by.contains(finding.kind()) && !finding.open() ->
                evidenceAnew
                        ? "By the policy it must be part of new evidence, also when it is cleared."
                        : "It is cleared; by the policy only one that is not cleared stops a release.";
            case Change.SevereFinding finding -> byThePolicy(finding.kind());
            case Change.OpenAlert alert -> byThePolicy(alert.kind());
            case Change.OtherVerdict verdict
            when verdict.open() -> "The gate would be open by the figures of now, too.";
            case Change.OtherVerdict _ -> byThePolicy(Change.Kind.OTHER_VERDICT);
            case Change.WatchedLess _ -> byThePolicy(Change.Kind.WATCHED_LESS);
            case Change.GrownOld _ -> "By the policy nobody approves on evidence that is so old.";
        };
    }

    private String byThePolicy(Change.Kind kind) {
        return "By the policy, a release is %sstopped by %s.".formatted(by.contains(kind) ? "" : "not ", kind.title());
    }

    /** The instant until which the evidence serves; null when there is none. */
    @Nullable Instant serves(Evidence evidence) {
        return evidenceDays == null ? null : evidence.takenAt().plus(Duration.ofDays(evidenceDays));
    }

    /** What it says, as sentences. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add(
                by.isEmpty()
                        ? "Nothing that comes in after submission stops a release."
                        : by.stream()
                                .map(Change.Kind::title)
                                .collect(joining(", ", "Although everything was met, a release is stopped by: ", ".")));
        if (evidenceAnew) {
            sentences.add(
                    "A severe finding that has come since must be part of new evidence, also when it is cleared.");
        }
        sentences.add(
                evidenceDays == null
                        ? "Evidence has no end by this policy."
                        : "Evidence serves for %d days; after that nobody approves on it.".formatted(evidenceDays));
        return List.copyOf(sentences);
    }

    /** Everything that keeps a policy with this rule from being published; empty when nothing does. */
    List<FieldProblem> problems() {
        return evidenceDays == null || evidenceDays < 1 || evidenceDays > LONGEST
                ? List.of(new FieldProblem(
                        "stops.evidenceDays",
                        "Say for how many days evidence serves, from 1 to %d.".formatted(LONGEST)))
                : List.of();
    }
}
