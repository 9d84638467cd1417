package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Severity;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** Alerts in a table: open ones first, the severe before the others, the soonest due first. */
@ApplicationScoped
class AlertTable {
    private static final Comparator<Alert> BY_WORRY = Comparator.comparing((Alert alert) -> !alert.open())
            .thenComparing(alert -> alert instanceof Alert.Acknowledged)
            .thenComparing(alert -> alert.file().severity(), Comparator.reverseOrder())
            .thenComparing(alert -> alert.file().due());

    @Inject
    Catalog catalog;

    @Inject
    People people;

    Component of(Actor actor, String caption, List<Alert> alerts) {
        var table = DataTable.of(caption, "Alert", "State", "Severity", "Version", "Who answers", "Answer due")
                .stacking();
        alerts.stream().sorted(BY_WORRY).forEach(alert -> table.line(row(actor, alert)));
        return table;
    }

    private Component[] row(Actor actor, Alert alert) {
        var file = alert.file();
        var version = "%s, version %d"
                .formatted(
                        catalog.model(actor, file.version().model()).name(),
                        file.version().version());
        return Stream.<Component>of(
                        new Anchor("alerts/" + file.id(), file.title()),
                        state(alert),
                        severity(file.severity()),
                        new Span(version),
                        new Span(name(file.answerer())),
                        alert.open() ? Times.of(file.due()) : new Span("–"))
                .toArray(Component[]::new);
    }

    String name(PersonId person) {
        return people.named(person).map(NamedPerson::name).orElse("somebody unknown");
    }

    static Tag state(Alert alert) {
        return switch (alert) {
            case Alert.Raised raised -> new Tag(raised.title(), Tone.OPEN);
            case Alert.Acknowledged acknowledged -> new Tag(acknowledged.title(), Tone.WAITING);
            case Alert.Resolved resolved -> new Tag(resolved.title(), Tone.GOOD);
        };
    }

    static Tag severity(Severity severity) {
        return switch (severity) {
            case ALERT -> new Tag(severity.title(), Tone.BAD);
            case WARNING -> new Tag(severity.title(), Tone.OPEN);
        };
    }
}
