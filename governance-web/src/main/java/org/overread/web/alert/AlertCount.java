package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.overread.monitoring.alert.Alerts;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.web.shell.NavigationCount;

/** How many alerts a person must answer. */
@ApplicationScoped
class AlertCount implements NavigationCount {
    @Inject
    Alerts alerts;

    @Override
    public Class<? extends Component> view() {
        return AlertsView.class;
    }

    @Override
    public long of(Actor.Person person) {
        return person.maySomewhere(Permission.ANSWER_ALERTS)
                ? alerts.waitingFor(person.personId()).size()
                : 0;
    }

    @Override
    public String words(long count) {
        return count == 1 ? "alert waits for your answer" : "alerts wait for your answer";
    }
}
