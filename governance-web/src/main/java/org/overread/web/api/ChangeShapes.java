package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Changes;

/** How what has changed since a request was submitted looks to machines. */
final class ChangeShapes {
    private ChangeShapes() {}

    /** What it is. */
    enum ChangeKind {
        SEVERE_FINDING,
        SAFETY_CONCERN,
        SEVERE_ALERT,
        WARNING,
        OTHER_VERDICT,
        WATCHED_LESS,
        EVIDENCE_AGE
    }

    /**
     * One thing that has changed.
     *
     * @param stops whether it stops the release by the pinned policy
     * @param remedy who must do what about it
     * @param about the feedback or the alert; null when it is neither
     * @param open whether it still waits for somebody
     */
    public record Changed(
            ChangeKind kind,
            String sentence,
            boolean stops,
            String remedy,
            @Nullable UUID about,
            @Nullable Instant at,
            boolean open) {
        static List<Changed> of(Changes changes) {
            return changes.all().stream()
                    .map(change -> of(change, changes.stops().contains(change)))
                    .toList();
        }

        private static Changed of(Change change, boolean stops) {
            return switch (change) {
                case Change.SevereFinding finding ->
                    told(
                            finding.concern() ? ChangeKind.SAFETY_CONCERN : ChangeKind.SEVERE_FINDING,
                            change,
                            stops,
                            finding.feedback(),
                            finding.at(),
                            finding.open());
                case Change.OpenAlert alert ->
                    told(
                            alert.severe() ? ChangeKind.SEVERE_ALERT : ChangeKind.WARNING,
                            change,
                            stops,
                            alert.alert(),
                            alert.at(),
                            true);
                case Change.OtherVerdict _ -> told(ChangeKind.OTHER_VERDICT, change, stops, null, null, true);
                case Change.WatchedLess less -> told(ChangeKind.WATCHED_LESS, change, stops, null, less.at(), true);
                case Change.GrownOld old -> told(ChangeKind.EVIDENCE_AGE, change, stops, null, old.until(), true);
            };
        }

        private static Changed told(
                ChangeKind kind,
                Change change,
                boolean stops,
                @Nullable UUID about,
                @Nullable Instant at,
                boolean open) {
            return new Changed(kind, change.sentence(), stops, change.remedy(), about, at, open);
        }
    }
}
