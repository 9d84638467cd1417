package org.overread.web.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.performance.Performance;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.web.catalog.VersionPage;

/** Which choices somebody has about the figures of a version: whoever is limited to a site chooses among theirs. */
@ApplicationScoped
class Offering {
    @Inject
    Performance performance;

    @Inject
    Catalog catalog;

    FigureChoices.Offer to(VersionPage page) {
        return new FigureChoices.Offer(
                performance.attributes(page.actor(), page.id()), sites(page), page.may(Permission.READ_PERFORMANCE));
    }

    private List<Site> sites(VersionPage page) {
        return catalog.sites(page.actor()).stream()
                .filter(site -> page.actor()
                        .may(Permission.READ_PERFORMANCE, page.place().at(site.id())))
                .toList();
    }
}
