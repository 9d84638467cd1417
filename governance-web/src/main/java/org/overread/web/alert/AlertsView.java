package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.Predicate;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Alerts;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;

@Route("alerts")
@PageTitle("Alerts")
@Needs(Permission.READ_PERFORMANCE)
@InNavigation(name = "Alerts", icon = VaadinIcon.BELL, order = 38)
@Dependent
class AlertsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    /** Which alerts are listed. */
    enum Listed {
        OPEN("Not resolved", Alert::open),
        UNANSWERED("Nobody has answered", Alert.Raised.class::isInstance),
        RESOLVED("Resolved", Alert.Resolved.class::isInstance),
        ALL("All", _ -> true);

        private final String title;
        private final transient Predicate<Alert> test;

        Listed(String title, Predicate<Alert> test) {
            this.title = title;
            this.test = test;
        }
    }

    private final transient Alerts alerts;
    private final transient AlertTable table;
    private final transient CurrentActor current;
    final Select<Listed> listed = new Select<>();
    private final Div list = new Div();

    @Inject
    AlertsView(Alerts alerts, AlertTable table, CurrentActor current) {
        this.alerts = alerts;
        this.table = table;
        this.current = current;
        listed.setLabel("State");
        listed.setItems(Listed.values());
        listed.setItemLabelGenerator(each -> each.title);
        listed.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                "alerts",
                                QueryParameters.of("state", event.getValue().name()));
            }
        });
        add(row(listed), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        var chosen = Arrays.stream(Listed.values())
                .filter(each -> each.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(Listed.OPEN);
        listed.setValue(chosen);
        list.removeAll();
        list.add(found(chosen));
        if (chosen == Listed.RESOLVED || chosen == Listed.ALL) {
            list.add(quiet(("Of the resolved ones only the last %d of all models are listed. Those of one version stand"
                            + " on its page, under Alerts.")
                    .formatted(Alerts.RESOLVED_SHOWN)));
        }
    }

    private Component found(Listed chosen) {
        var actor = current.actor();
        var found = alerts.list(actor).stream().filter(chosen.test).toList();
        if (!found.isEmpty()) {
            return table.of(actor, "Alerts, the most worrying first", found);
        }
        return chosen == Listed.OPEN || chosen == Listed.ALL
                ? empty(
                        "No alert waits for an answer.",
                        "An alert appears here when a check of a monitoring plan is not in order, and at once when a"
                                + " clinician fears harm. Plans are declared on the page of a version, under Plan.")
                : empty("No alert is in this state.", "Choose another state.");
    }
}
