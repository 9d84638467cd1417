package org.overread.registry.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;
import org.overread.registry.catalog.LiveVersion;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.StageHistory;

/**
 * How a version stands at a site now, as the catalog tells it.
 *
 * @param versionDigest the digest it was registered with
 * @param site where it is asked about
 * @param place the model, its department and the site, for questions of who may do what
 * @param intact whether the version is as it was registered
 * @param history every step of the model's versions
 * @param doubts what the last check of the audit trail found that it does not bear out, as sentences
 * @param names of those who stopped the version there, by the ids that its steps keep of them
 */
record Standing(
        ModelVersionId version,
        Digest versionDigest,
        String site,
        Place place,
        boolean intact,
        StageHistory history,
        Map<String, String> names,
        List<String> doubts,
        Instant asOf) {
    Standing {
        doubts = List.copyOf(doubts);
        names = Map.copyOf(names);
    }

    Stage stage() {
        return history.stageOf(version, site, asOf);
    }

    /** What would end at the site, and what would stay, if the version entered the stage there now. */
    Replacement replacement(Stage target) {
        return history.replacement(version, target, site, asOf);
    }

    /** Why nothing can go on at the site: a row that no decision stands behind, or that the trail does not bear out. */
    Optional<String> doubt() {
        return history.strays().stream()
                .filter(stray -> stray.site().equals(site))
                .findFirst()
                .map(stray ->
                        ("Row %d among the steps of %s says that %s is at the stage %s at %s, and no decision stands"
                                        + " behind it. It counts for nothing; until whoever keeps the database has cleared it up,"
                                        + " nothing goes on here.")
                                .formatted(
                                        stray.seq(),
                                        version.model(),
                                        stray.version(),
                                        stray.stage().title(),
                                        site))
                .or(() -> doubts.stream().findFirst());
    }

    /**
     * What would end now, and was not to end when that was approved: another version that went live in between. Empty
     * when nothing did.
     */
    List<LiveVersion> unseenAt(Submission submission, Instant approvedAt) {
        var seen = history.replacement(version, submission.target(), site, approvedAt);
        return replacement(submission.target()).ends().stream()
                .filter(each -> !seen.ends().contains(each))
                .toList();
    }

    /**
     * The stage it may go back to by a new decision: the one it was suspended from, or the live one in which another
     * version replaced it.
     */
    Optional<Stage> returnsTo() {
        return switch (stage()) {
            case SUSPENDED ->
                steps().reversed().stream()
                        .map(StageEntry::stage)
                        .filter(stage -> stage != Stage.SUSPENDED)
                        .findFirst();
            case RETIRED -> Optional.of(steps().getLast().stage()).filter(Stage::live);
            case REGISTERED, LOCAL_VALIDATION, SILENT, PILOT, GENERAL -> Optional.empty();
        };
    }

    /**
     * When it entered the stage it is at; a stop is no stage of its own, so of what was stopped it is the stage before.
     * Null when it has entered none.
     */
    @Nullable Instant enteredAt() {
        return steps().reversed().stream()
                .filter(entry -> entry.stage() != Stage.SUSPENDED)
                .map(StageEntry::at)
                .findFirst()
                .orElse(null);
    }

    /** The step that carried out the request, once it is taken. */
    Optional<StageEntry> entryBy(UUID request) {
        return steps().stream()
                .filter(entry -> request.equals(entry.promotion()))
                .findFirst();
    }

    /** How what that step had begun came to its end; empty while it goes on. */
    Optional<Ending> endOf(StageEntry taken) {
        return history.endOf(taken, asOf)
                .map(step -> Ending.of(step, version, names.getOrDefault(step.by(), step.by()), stage()));
    }

    /** Whether it is no longer where it was when it was asked, or has been elsewhere since. */
    boolean movedSince(Submission submission) {
        return stage() != submission.from()
                || steps().stream()
                        .anyMatch(entry -> entry.at().isAfter(submission.submittedAt())
                                && !Objects.equals(entry.promotion(), submission.id()));
    }

    /** What has become of the version since it was asked for that takes the ground from the request, as sentences. */
    List<String> doubtsAbout(Submission submission) {
        var doubts = new ArrayList<String>();
        doubt().ifPresent(doubts::add);
        if (!intact) {
            doubts.add("%s is no longer what was registered.".formatted(version));
        }
        if (movedSince(submission)) {
            doubts.add("%s has changed its stage at %s since this was submitted; it is now: %s."
                    .formatted(version, site, stage().title()));
        }
        return List.copyOf(doubts);
    }

    private List<StageEntry> steps() {
        return history.entries().stream()
                .filter(entry -> entry.version().equals(version)
                        && entry.site().equals(site)
                        && !entry.at().isAfter(asOf))
                .toList();
    }
}
