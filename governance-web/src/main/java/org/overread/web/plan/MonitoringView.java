package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.monitoring.schedule.MonitoringStatus;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.catalog.VersionPage;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** Every version with one line of truth, the most worrying first. */
@Route("monitoring")
@PageTitle("Monitoring")
@Needs(Permission.READ_PERFORMANCE)
@InNavigation(name = "Monitoring", icon = VaadinIcon.HEART_O, order = 35)
@Dependent
class MonitoringView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient MonitoringOverview overview;
    private final transient Catalog catalog;
    private final transient CurrentActor current;

    @Inject
    MonitoringView(MonitoringOverview overview, Catalog catalog, CurrentActor current) {
        this.overview = overview;
        this.catalog = catalog;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var all = overview.all(actor);
        add(
                all.isEmpty()
                        ? empty(
                                "There is no version to watch yet.",
                                "A model owner registers models and versions under Models; each then appears here.")
                        : table(actor, all));
    }

    private Component table(Actor actor, List<MonitoringStatus> all) {
        var table = DataTable.of("Versions, the most worrying first", "Version", "State", "How it is", "Checked")
                .stacking();
        all.forEach(status -> table.line(
                new Anchor(
                        VersionPage.address(status.version()) + "?tab=plan",
                        "%s, version %d"
                                .formatted(
                                        catalog.model(actor, status.version().model())
                                                .name(),
                                        status.version().version())),
                States.of(status.worry()),
                Remarks.of(status),
                status.checkedAt() == null ? new Span("never") : Times.of(status.checkedAt())));
        return table;
    }
}
