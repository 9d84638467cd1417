package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.concern.ConcernAlerts;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.catalog.VersionPage;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("alerts/:id")
@Needs(Permission.READ_PERFORMANCE)
@Dependent
class AlertView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Alerts alerts;
    private final transient MonitoringOverview overview;
    private final transient Catalog catalog;
    private final transient AlertTable table;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    AlertView(Alerts alerts, MonitoringOverview overview, Catalog catalog, AlertTable table, CurrentActor current) {
        this.alerts = alerts;
        this.overview = overview;
        this.catalog = catalog;
        this.table = table;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var actor = current.actor();
        var alert = alerts.alert(actor, id(event));
        var file = alert.file();
        title = file.title();
        var back = new Anchor("alerts", "All alerts");
        back.addClassName("back");
        var line = new Paragraph(Times.told(file.sentence()));
        line.addClassName("state-line");
        add(back, row(AlertTable.state(alert), AlertTable.severity(file.severity())), line);
        if (alert.open() && alerts.answers(actor, file)) {
            add(actions(actor, alert));
        }
        if (file.kind() == CheckKind.CONCERN) {
            add(quiet("It ends when the clinician is answered."), answeredAt(file));
        }
        add(
                section("Who answers, and by when", facts(actor, file)),
                figure(actor, file),
                section("What happened", history(file)));
    }

    private static Anchor answeredAt(AlertFile file) {
        var address = ConcernAlerts.finding(file)
                .map(finding -> "findings/" + finding)
                .orElseGet(() -> VersionPage.address(file.version()) + "?tab=feedback");
        return new Anchor(address, "Go to what was said");
    }

    private Component facts(Actor actor, AlertFile file) {
        var model = catalog.model(actor, file.version().model());
        return new Facts()
                .with(
                        "Version",
                        new Anchor(
                                VersionPage.address(file.version()) + "?tab=plan",
                                "%s, version %d"
                                        .formatted(model.name(), file.version().version())))
                .with("What is to be done", file.action())
                .with("Who answers", table.name(file.answerer()))
                .with("Owner", table.name(file.owner()))
                .with("Deputy", table.name(file.deputy()))
                .with("Answer due", Times.of(file.due()))
                .with("Raised", Times.of(file.raisedAt()))
                .with("Not in order since", file.since() == null ? null : Times.day(file.since()));
    }

    /** Runs are of all sites together: whoever reads one site's alert is not shown what the others sent. */
    private Component figure(Actor actor, AlertFile file) {
        var model = catalog.model(actor, file.version().model());
        return !actor.may(Permission.READ_PERFORMANCE, model.place()) ? new Div() : standing(actor, file);
    }

    private Component standing(Actor actor, AlertFile file) {
        return overview.latest(actor, file.version()).stream()
                .flatMap(run -> run.checks().stream())
                .filter(check ->
                        check.key().equals(file.check()) && !check.points().isEmpty())
                .findFirst()
                .<Component>map(
                        check -> section("How it stands now", CheckFigure.of(check, "alert-" + file.id() + ".csv")))
                .orElseGet(Div::new);
    }

    private static Component history(AlertFile file) {
        var table = DataTable.of("What happened, the oldest first", "When", "What", "Who", "Words")
                .stacking();
        file.events()
                .forEach(event -> table.line(
                        Times.of(event.at()),
                        new Span(event.kind().title()),
                        new Span(event.byName()),
                        new Span(Times.told(event.text()))));
        return table;
    }

    private Component actions(Actor actor, Alert alert) {
        var id = alert.file().id();
        var acknowledge = new Button(
                "Acknowledge",
                event -> new WordsDialog(
                                new Drafts(actor, "alert." + id),
                                "Acknowledge",
                                "You see to it. The alert stays open until it is resolved.",
                                "What you will do (may stay empty)",
                                "text",
                                "You see to this alert.",
                                words -> alerts.acknowledge(actor, id, words))
                        .open());
        acknowledge.addThemeVariants(ButtonVariant.PRIMARY);
        acknowledge.setVisible(alert instanceof Alert.Raised);
        var resolve = new Button(
                "Resolve",
                event -> new WordsDialog(
                                new Drafts(actor, "alert." + id),
                                "Resolve",
                                "The alert is over. Should the check still not be in order, the next run raises"
                                        + " another one.",
                                "What was the cause, and what was done?",
                                "text",
                                "The alert is resolved.",
                                words -> alerts.resolve(actor, id, words))
                        .open());
        var comment = new Button(
                "Comment",
                event -> new WordsDialog(
                                new Drafts(actor, "alert." + id),
                                "Comment",
                                "Say something to whoever reads this alert.",
                                "Comment",
                                "text",
                                "Your comment is kept.",
                                words -> alerts.comment(actor, id, words))
                        .open());
        resolve.setVisible(alert.file().kind() != CheckKind.CONCERN);
        return row(acknowledge, resolve, comment);
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
