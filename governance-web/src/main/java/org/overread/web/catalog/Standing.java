package org.overread.web.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.web.shell.Times;

/** How far a version has come at each site that whoever looks may see, and the same in one line. */
@ApplicationScoped
public class Standing {
    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    TrailChecks checks;

    @Inject
    InstantSource clock;

    List<SiteStage> at(VersionPage page) {
        return SiteStage.of(
                        page.id(),
                        catalog.sites(page.actor()),
                        stages.history(page.actor(), page.model().id()),
                        clock.instant())
                .stream()
                .map(at -> at.since() == null
                        ? at
                        : at.doubted(checks.doubts(page.id(), at.site().id())))
                .toList();
    }

    /** What is on record of it at those sites and is not borne out by the audit trail. */
    List<String> doubts(VersionPage page) {
        return at(page).stream()
                .flatMap(site -> site.doubts().stream())
                .distinct()
                .toList();
    }

    /** The one line above the tabs: stopped first, then live, then the rest. */
    String sentence(VersionPage page) {
        var doubt = stages.history(page.actor(), page.model().id()).strays().stream()
                .anyMatch(stray -> stray.version().equals(page.id()));
        return (doubt
                        ? "The database holds a step of this version that nobody has decided; it counts for nothing. "
                        : "")
                + decided(page);
    }

    private String decided(VersionPage page) {
        var all = at(page);
        var taken = all.stream().filter(site -> site.since() != null).toList();
        if (taken.isEmpty()) {
            return "Registered on %s; not in use at any site."
                    .formatted(Times.day(page.version().registeredAt()));
        }
        return List.<Predicate<SiteStage>>of(SiteStage::stopped, SiteStage::live, SiteStage::neither).stream()
                .flatMap(kind -> taken.stream().filter(kind))
                .map(SiteStage::sentence)
                .collect(Collectors.joining(" "));
    }
}
