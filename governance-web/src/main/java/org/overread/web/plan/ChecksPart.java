package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.check.Pauses;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.registry.Permission;
import org.overread.web.alert.WordsDialog;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What the last run of a version found, check by check, with what can be done about it. */
@ApplicationScoped
class ChecksPart {
    @Inject
    MonitoringOverview overview;

    @Inject
    RunsPart runs;

    @Inject
    Pauses pauses;

    @Inject
    PeriodicReviews reviews;

    @Inject
    InstantSource clock;

    Component of(VersionPage page) {
        // above the checks: there may be hundreds
        var part = new Div(Page.row(runs.now(page), page.may(Permission.ANSWER_ALERTS) ? review(page) : new Span()));
        overview.latest(page.actor(), page.id())
                .ifPresentOrElse(
                        run -> part.add(Page.quiet("Checked " + Times.text(run.finishedAt()) + "."), table(page, run)),
                        () -> part.add(Page.empty(
                                "The plan has not been followed yet.", "The first run comes within a minute or two.")));
        return part;
    }

    private Component table(VersionPage page, FinishedRun run) {
        var table = DataTable.of("Checks, the most worrying first", "Check", "State", "How it stands", "")
                .stacking();
        run.checks().stream()
                .sorted(Comparator.comparing(Check::state))
                .forEach(check -> table.line(
                        new Span(check.title()),
                        States.of(check.state()),
                        new Span(check.sentence()),
                        page.may(Permission.PLAN_MONITORING) ? pausing(page, check) : new Span()));
        return table;
    }

    private Component pausing(VersionPage page, Check check) {
        if (check.state() == CheckState.PAUSED) {
            return Page.named(
                    new Button("Resume", event -> {
                        pauses.resume(page.actor(), page.id(), check.key());
                        Notices.done("The check counts again from the next run on.");
                    }),
                    "Resume " + check.title());
        }
        return Page.named(new Button("Pause", event -> pause(page, check).open()), "Pause " + check.title());
    }

    private WordsDialog pause(VersionPage page, Check check) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var until = new DatePicker("Paused until the end of", today.plusDays(7));
        until.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        until.setMin(today);
        return new WordsDialog(
                new Drafts(page.actor(), "pause.%s.%s".formatted(page.id(), check.key())),
                "Pause",
                "“%s” is shown as paused and raises nothing until then. Open alerts stay open."
                        .formatted(check.title()),
                "Why?",
                "reason",
                "The check is paused from the next run on.",
                why -> pauses.pause(
                        page.actor(), page.id(), check.key(), why, until.getValue() == null ? today : until.getValue()),
                until);
    }

    private Component review(VersionPage page) {
        return new Button(
                "Record a review",
                event -> new WordsDialog(
                                new Drafts(page.actor(), "review." + page.id()),
                                "Record a review",
                                "You have looked at this version as a whole: figures, groups, drift, feedback.",
                                "What did you find?",
                                "note",
                                "The review is recorded; the next one is due by the plan.",
                                note -> reviews.done(page.actor(), page.id(), note))
                        .open());
    }
}
