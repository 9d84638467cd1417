package org.overread.web.catalog;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.overread.registry.Folded;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageHistory;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** One model in the list: who answers for it, which version is live where, how it stands as a whole. */
record ModelLine(RegisteredModel model, List<SiteStage> everywhere, boolean hasVersions, Map<PersonId, String> names) {

    static ModelLine of(
            RegisteredModel model,
            List<ModelVersion> versions,
            List<Site> sites,
            StageHistory history,
            Instant now,
            Map<PersonId, String> names) {
        var everywhere = versions.stream()
                .flatMap(version -> SiteStage.of(version.id(), sites, history, now).stream())
                .toList();
        return new ModelLine(model, everywhere, !versions.isEmpty(), names);
    }

    /** Such as {@code North Hospital: version 2 (Pilot)}. */
    String live() {
        var live = everywhere.stream()
                .filter(SiteStage::live)
                .map(at -> "%s: version %d (%s)"
                        .formatted(
                                at.site().name(),
                                at.version().version(),
                                at.stage().title()))
                .collect(joining("; "));
        return live.isEmpty() ? "nowhere" : live;
    }

    String owners() {
        return "%s, %s".formatted(name(model.clinicalOwner()), name(model.modelOwner()));
    }

    /** The state that matters most: a stop before a live version, a live version before any other. */
    Tag state() {
        if (everywhere.stream().anyMatch(SiteStage::stopped)) {
            return new Tag("Stopped at a site", Tone.BAD);
        }
        if (everywhere.stream().anyMatch(SiteStage::live)) {
            return new Tag("Live", Tone.GOOD);
        }
        if (everywhere.stream().anyMatch(at -> at.stage() == Stage.LOCAL_VALIDATION || at.stage() == Stage.SILENT)) {
            return new Tag("On its way", Tone.WAITING);
        }
        return new Tag(hasVersions ? "Registered" : "No version yet", Tone.PLAIN);
    }

    /** Whether any of its words begins with, or holds, what was typed. */
    boolean matches(String typed) {
        var words = String.join(
                " ",
                model.id(),
                model.name(),
                model.department(),
                owners(),
                model.kind().title());
        return Folded.holds(words, typed);
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, "nobody");
    }
}
