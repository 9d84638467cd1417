package org.overread.registry.catalog;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/**
 * What changes for clinicians at a site when a version enters a stage there: to be said before it is signed.
 *
 * @param entering the version
 * @param live what is live there before
 * @param ends what of it ends, the version's own earlier stage among it
 * @param stays what of it stays
 */
public record Replacement(
        ModelVersionId entering, List<LiveVersion> live, List<LiveVersion> ends, List<LiveVersion> stays) {
    public Replacement {
        live = List.copyOf(live);
        ends = List.copyOf(ends);
        stays = List.copyOf(stays);
    }

    static Replacement of(LiveVersions before, StageEntry step) {
        var live = before.all();
        var after = before.after(step).all();
        return new Replacement(
                step.version(),
                live,
                live.stream().filter(each -> !after.contains(each)).toList(),
                live.stream().filter(after::contains).toList());
    }

    /** The other versions that end. Under the rule of one for each audience there is at most one. */
    public List<ModelVersionId> replaced() {
        return ends.stream()
                .map(LiveVersion::version)
                .filter(version -> !version.equals(entering))
                .toList();
    }

    /** Where the version itself is live before, if it leaves that for the new stage. */
    public Optional<Audience> leaves() {
        return ends.stream()
                .filter(each -> each.version().equals(entering))
                .map(LiveVersion::audience)
                .findFirst();
    }

    /** What ends and what stays, in words, such as {@code Version 1 (General use) ends there.} */
    public String sentence() {
        if (live.isEmpty()) {
            return "No version is live there, so none is replaced.";
        }
        var others = ends.stream()
                .filter(each -> !each.version().equals(entering))
                .map(LiveVersion::words)
                .collect(joining(" and "));
        return (others.isEmpty() ? "No other version ends there." : capital(others) + " ends there.")
                + leaves().map(Replacement::left).orElse("")
                + (stays.isEmpty()
                        ? ""
                        : " " + capital(stays.stream().map(LiveVersion::words).collect(joining(" and ")))
                                + (stays.size() == 1 ? " stays." : " stay."));
    }

    private static String left(Audience audience) {
        return switch (audience) {
            case PILOT -> " Its own pilot there ends.";
            case GENERAL -> " Its own general use there ends.";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
