package org.overread.reports.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Changes;

/**
 * What has changed since a request was submitted, as it stood when the dossier was told. It is beside what was pinned
 * and signed, and never part of it.
 *
 * @param stopped whether the policy lets nobody approve and nothing go live as it stands
 * @param now how the criteria would come out on the figures of now; null when they were not asked for
 * @param evidenceServesUntil until when somebody may approve on the evidence; null when the policy sets no end
 */
public record ChangedSince(
        boolean stopped,
        List<Line> changes,
        @Nullable GateOutcome now,
        @Nullable Instant evidenceServesUntil) {
    public ChangedSince {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that has changed.
     *
     * @param stops whether it stops the release
     * @param remedy who must do what about it
     */
    public record Line(String sentence, boolean stops, String remedy) {}

    static ChangedSince of(Changes changes) {
        var live = changes.live();
        return new ChangedSince(
                changes.stopped(),
                changes.all().stream().map(change -> line(change, changes)).toList(),
                live == null ? null : GateOutcome.of(live),
                changes.serves());
    }

    private static Line line(Change change, Changes changes) {
        return new Line(change.sentence(), changes.stops().contains(change), change.remedy());
    }
}
