package org.overread.web.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageHistory;
import org.overread.web.shell.Times;

/**
 * How far one version has come at one site.
 *
 * @param since when it came there; null while it has not taken any step
 * @param reason why, where somebody said so
 * @param replacedBy the version that took its place; null when none has
 * @param doubts what the audit trail does not bear out of it, as sentences
 */
record SiteStage(
        ModelVersionId version,
        Site site,
        Stage stage,
        @Nullable Instant since,
        @Nullable String reason,
        @Nullable ModelVersionId replacedBy,
        List<String> doubts) {

    /** The version at each of the sites, in their order. */
    static List<SiteStage> of(ModelVersionId version, List<Site> sites, StageHistory history, Instant now) {
        return sites.stream().map(site -> at(site, version, history, now)).toList();
    }

    private static SiteStage at(Site site, ModelVersionId version, StageHistory history, Instant now) {
        var own = history.entries().stream()
                .filter(entry -> entry.version().equals(version)
                        && entry.site().equals(site.id())
                        && !entry.at().isAfter(now))
                .reduce((_, later) -> later)
                .orElse(null);
        var next = history.replacedBy(version, site.id(), now).orElse(null);
        var last = next == null ? own : next;
        return new SiteStage(
                version,
                site,
                history.stageOf(version, site.id(), now),
                last == null ? null : last.at(),
                own == null || next != null ? null : own.reason(),
                next == null ? null : next.version(),
                List.of());
    }

    SiteStage doubted(List<String> found) {
        return new SiteStage(version, site, stage, since, reason, replacedBy, List.copyOf(found));
    }

    /** The state in one sentence; empty where the version has not taken any step. */
    String sentence() {
        if (since == null) {
            return "";
        }
        var day = Times.day(since);
        if (!doubts.isEmpty()) {
            return "In doubt at %s: the database says %s since %s, and the audit trail does not bear that out."
                    .formatted(site.name(), stage.title(), day);
        }
        return switch (stage) {
            case PILOT, GENERAL -> "Live at %s since %s (%s).".formatted(site.name(), day, stage.title());
            case SUSPENDED ->
                "Stopped at %s since %s%s.".formatted(site.name(), day, reason == null ? "" : ": " + clause(reason));
            case RETIRED ->
                replacedBy == null
                        ? "Retired at %s since %s.".formatted(site.name(), day)
                        : "Replaced at %s by version %d on %s.".formatted(site.name(), replacedBy.version(), day);
            case REGISTERED, LOCAL_VALIDATION, SILENT ->
                "%s at %s since %s.".formatted(stage.title(), site.name(), day);
        };
    }

    boolean stopped() {
        return stage == Stage.SUSPENDED;
    }

    boolean live() {
        return stage.live();
    }

    boolean neither() {
        return !stopped() && !live();
    }

    /** What somebody wrote as a sentence of its own, to stand within another. */
    private static String clause(String words) {
        return words.strip().replaceFirst("[.]+$", "");
    }
}
