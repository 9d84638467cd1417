package org.overread.registry.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * Every step of one model's versions, in the order they were taken: it always knows which version was live at a site
 * at a time. See {@code registry/docs/decisions/003-live-by-one-row.md}.
 */
public record StageHistory(List<StageEntry> entries) {
    public StageHistory {
        entries = List.copyOf(entries);
        if (entries.stream().map(entry -> entry.version().model()).distinct().count() > 1) {
            throw new IllegalArgumentException("a history is of one model");
        }
    }

    /** The version whose output clinicians at the site were shown at that time, if any. */
    public Optional<ModelVersionId> liveAt(String site, Instant at) {
        @Nullable ModelVersionId live = null;
        for (var entry : entries) {
            if (!entry.site().equals(site) || entry.at().isAfter(at)) {
                continue;
            }
            if (entry.stage().live()) {
                live = entry.version();
            } else if (entry.version().equals(live)) {
                live = null;
            }
        }
        return Optional.ofNullable(live);
    }

    /**
     * How far the version had come at the site at that time. A version that was live and has been replaced there is
     * retired there.
     */
    public Stage stageOf(ModelVersionId version, String site, Instant at) {
        var last = entries.stream()
                .filter(entry -> entry.version().equals(version))
                .filter(entry -> entry.site().equals(site) && !entry.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(StageEntry::stage)
                .orElse(Stage.REGISTERED);
        boolean replaced =
                last.live() && !liveAt(site, at).filter(version::equals).isPresent();
        return replaced ? Stage.RETIRED : last;
    }

    /**
     * The entry as the next one of this history: a clock that was set back must not put it before a step it follows at
     * the same site.
     */
    public StageEntry following(StageEntry next) {
        var latest = entries.stream()
                .filter(entry -> entry.site().equals(next.site()))
                .map(StageEntry::at)
                .reduce(next.at(), (one, other) -> one.isAfter(other) ? one : other);
        return new StageEntry(
                next.version(), next.site(), next.stage(), latest, next.promotion(), next.by(), next.reason());
    }

    /** The sites at which any of the versions has taken a step. */
    public List<String> sites() {
        return entries.stream().map(StageEntry::site).distinct().sorted().toList();
    }
}
