package org.overread.registry.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * Every step of one model's versions, in the order they were taken: it always knows which versions were live at a site
 * at a time, one for each audience. See {@code registry/docs/decisions/003-live-by-one-row.md}.
 *
 * @param strays rows that no decision stands behind; they count for nothing here
 */
public record StageHistory(List<StageEntry> entries, List<Stray> strays) {
    private static final UUID TO_BE_DECIDED = new UUID(0, 0);

    public StageHistory {
        entries = List.copyOf(entries);
        strays = List.copyOf(strays);
        if (entries.stream().map(entry -> entry.version().model()).distinct().count() > 1) {
            throw new IllegalArgumentException("a history is of one model");
        }
    }

    public StageHistory(List<StageEntry> entries) {
        this(entries, List.of());
    }

    /** The versions whose output clinicians at the site were shown at that time. */
    public LiveVersions liveAt(String site, Instant at) {
        return live(steps(site, at));
    }

    /** The version that the audience at the site was shown at that time, if any. */
    public Optional<ModelVersionId> liveAt(String site, Audience audience, Instant at) {
        return liveAt(site, at).of(audience);
    }

    /**
     * How far the version had come at the site at that time. A version that was live and has been replaced there is
     * retired there.
     */
    public Stage stageOf(ModelVersionId version, String site, Instant at) {
        var last = steps(site, at)
                .filter(entry -> entry.version().equals(version))
                .reduce((earlier, later) -> later)
                .map(StageEntry::stage)
                .orElse(Stage.REGISTERED);
        boolean replaced = last.live() && !liveAt(site, at).has(version);
        return replaced ? Stage.RETIRED : last;
    }

    /** The step of another version by which this one ceased to be live at the site; empty when it did not so. */
    public Optional<StageEntry> replacedBy(ModelVersionId version, String site, Instant at) {
        var live = LiveVersions.NONE;
        @Nullable StageEntry ending = null;
        for (var step : steps(site, at).toList()) {
            var after = live.after(step);
            if (step.version().equals(version)) {
                ending = null;
            } else if (live.has(version) && !after.has(version)) {
                ending = step;
            }
            live = after;
        }
        return Optional.ofNullable(ending);
    }

    /**
     * The step that ended what that step had begun: the version's own next one at the site, or another version's that
     * took its place there; empty while it goes on.
     */
    public Optional<StageEntry> endOf(StageEntry taken, Instant at) {
        var live = LiveVersions.NONE;
        boolean begun = false;
        for (var step : steps(taken.site(), at).toList()) {
            var after = live.after(step);
            boolean own = step.version().equals(taken.version());
            if (begun && (own || live.has(taken.version()) && !after.has(taken.version()))) {
                return Optional.of(step);
            }
            begun = begun || step.equals(taken);
            live = after;
        }
        return Optional.empty();
    }

    /** What would end at the site, and what would stay, if the version entered the stage there. */
    public Replacement replacement(ModelVersionId version, Stage target, String site, Instant at) {
        return Replacement.of(liveAt(site, at), new StageEntry(version, site, target, at, TO_BE_DECIDED, "", null));
    }

    /** What ended and what stayed when that step was taken. */
    public Replacement replacement(StageEntry taken) {
        int index = entries.indexOf(taken);
        var before = entries.subList(0, index < 0 ? entries.size() : index).stream();
        return Replacement.of(live(before.filter(entry -> entry.site().equals(taken.site()))), taken);
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

    private Stream<StageEntry> steps(String site, Instant at) {
        return entries.stream()
                .filter(entry -> entry.site().equals(site) && !entry.at().isAfter(at));
    }

    private static LiveVersions live(Stream<StageEntry> steps) {
        return steps.reduce(LiveVersions.NONE, LiveVersions::after, (_, later) -> later);
    }
}
