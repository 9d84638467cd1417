package org.overread.web.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.check.CheckKind;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** The alerts that wait for a person's answer; those on what clinicians said stand among their concerns already. */
@ApplicationScoped
class WaitingAlerts implements WaitingWork {
    @Inject
    Alerts alerts;

    @Inject
    Catalog catalog;

    @Override
    public String heading() {
        return "Alerts to answer";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return person.maySomewhere(Permission.ANSWER_ALERTS)
                ? alerts.waitingFor(person.personId()).stream()
                        .filter(alert -> alert.file().kind() != CheckKind.CONCERN)
                        .filter(alert -> alerts.answers(person, alert.file()))
                        .map(alert -> waiting(person, alert))
                        .toList()
                : List.of();
    }

    private Waiting waiting(Actor.Person person, Alert alert) {
        var file = alert.file();
        var sentence = "%s: %s, version %d: %s"
                .formatted(
                        alert.title(),
                        catalog.model(person, file.version().model()).name(),
                        file.version().version(),
                        file.title());
        return new Waiting(sentence, "alerts/" + file.id(), file.raisedAt());
    }
}
