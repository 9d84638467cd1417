package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.alert.Alerts;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.Cut;
import org.overread.web.shell.Page;

/** The alerts of one version. */
@ApplicationScoped
class AlertsTab implements VersionTab {
    @Inject
    Alerts alerts;

    @Inject
    AlertTable table;

    @Override
    public String key() {
        return "alerts";
    }

    @Override
    public String title() {
        return "Alerts";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var found = alerts.of(page.actor(), page.id());
        int resolved = (int) found.stream().filter(alert -> !alert.open()).count();
        return found.isEmpty()
                ? Page.empty(
                        "No alert has been raised for this version.",
                        "One is raised when a check of its monitoring plan is not in order; see Plan.")
                : new Div(
                        table.of(page.actor(), "Alerts of this version, the most worrying first", found),
                        Cut.newest(
                                resolved,
                                Alerts.RESOLVED_SHOWN,
                                "resolved alerts",
                                "Earlier ones stand in the audit trail."));
    }
}
