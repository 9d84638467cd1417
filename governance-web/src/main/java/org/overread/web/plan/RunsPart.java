package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.overread.monitoring.run.RunDesk;
import org.overread.monitoring.run.RunEntry;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.identity.People;
import org.overread.web.catalog.Names;
import org.overread.web.catalog.VersionPage;
import org.overread.web.schedule.StartedRuns;
import org.overread.web.shell.Cut;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** Where a run is started and watched, and the log of runs. */
@ApplicationScoped
class RunsPart {
    static final String CHECK_NOW = "Check now";

    @Inject
    RunDesk desk;

    @Inject
    StartedRuns started;

    @Inject
    People people;

    /** How far the run that is under way has come, or the button that starts one for those who may. */
    Component now(VersionPage page) {
        return desk.underWay(page.actor(), page.id())
                .<Component>map(
                        entry -> new RunProgressBar(entry, () -> desk.entry(page.actor(), page.id(), entry.id())))
                .orElseGet(() -> page.may(Permission.ANSWER_ALERTS) ? start(page) : new Span());
    }

    Component log(VersionPage page) {
        var all = desk.log(page.actor(), page.id());
        if (all.isEmpty()) {
            return Page.empty(
                    "No run yet.", "The checks are run at least once an hour, and whenever somebody asks for it.");
        }
        var table = DataTable.of("Runs, the newest first", "Started", "By", "State", "#Took", "What it found")
                .stacking();
        all.forEach(entry -> table.line(
                Times.of(entry.startedAt()),
                new Span(entry.byTheClock() ? "the clock" : Names.of(people, entry.by())),
                state(entry),
                new Span(took(entry)),
                new Span(found(entry))));
        return new Div(
                table,
                Cut.newest(all.size(), RunDesk.SHOWN, "runs", "Earlier ones are kept, and left their alerts if any."));
    }

    private Component start(VersionPage page) {
        var run = new Button(CHECK_NOW);
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setDisableOnClick(true);
        run.addClickListener(_ -> {
            try {
                started.start(page.actor(), page.id());
                Notices.done("The checks are being run. You may leave this page meanwhile.");
            } catch (GovernanceException refused) {
                Notices.error(String.valueOf(refused.getMessage()));
            }
            UI.getCurrent().refreshCurrentRoute(false);
            Focus.back(CHECK_NOW);
        });
        return run;
    }

    private static Tag state(RunEntry entry) {
        return switch (entry.state()) {
            case RUNNING -> new Tag("Under way", Tag.Tone.WAITING);
            case DONE -> new Tag("Done", Tag.Tone.GOOD);
            case FAILED -> new Tag("Failed", Tag.Tone.BAD);
            case INTERRUPTED -> new Tag("Interrupted", Tag.Tone.BAD);
        };
    }

    private static String took(RunEntry entry) {
        return entry.tookMillis() == null ? "–" : String.format(Locale.ROOT, "%.1f s", entry.tookMillis() / 1000.0);
    }

    static String found(RunEntry entry) {
        var found = entry.found();
        if (found != null) {
            return "%d of %d checks in order".formatted(found.ok(), found.checks())
                    + some(found.alerts(), found.alerts() == 1 ? "alert" : "alerts")
                    + some(found.warnings(), found.warnings() == 1 ? "warning" : "warnings")
                    + some(found.noData(), "without enough data")
                    + some(found.paused(), "paused");
        }
        return switch (entry.state()) {
            case RUNNING -> RunProgressBar.words(entry);
            case FAILED -> String.valueOf(entry.failure());
            case INTERRUPTED -> "The server was stopped meanwhile. Nothing was changed; run it again.";
            case DONE -> "It is no longer among the last runs.";
        };
    }

    /** What there is none of is not told. */
    private static String some(int count, String words) {
        return count == 0 ? "" : ", %d %s".formatted(count, words);
    }
}
