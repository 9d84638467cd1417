package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTruth;

/** The line of truth above a version's tabs: what the last run found, and what the data say by themselves. */
@ApplicationScoped
class MonitoringTruth implements VersionTruth {
    @Inject
    MonitoringOverview overview;

    @Override
    public Optional<Component> of(VersionPage page) {
        return page.may(Permission.READ_PERFORMANCE)
                ? Optional.of(Remarks.of(overview.of(page.actor(), page.id())))
                : Optional.empty();
    }
}
