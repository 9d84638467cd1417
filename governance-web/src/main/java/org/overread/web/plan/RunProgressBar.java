package org.overread.web.plan;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.run.RunEntry;
import org.overread.web.shell.Focus;

/** How far a run has come, asked anew while the page is open. The run goes on without it. */
final class RunProgressBar extends Div {
    private static final long serialVersionUID = 1L;
    private static final int ASK_EVERY_MILLIS = 500;

    final ProgressBar bar = new ProgressBar();
    final Span words = new Span();
    private final transient Supplier<RunEntry> ask;
    private @Nullable Registration asking;

    /** @param ask how it stands now */
    RunProgressBar(RunEntry entry, Supplier<RunEntry> ask) {
        this.ask = ask;
        words.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "The checks are being run");
        // whoever pressed the button has the hand here while it is gone
        addClassName("holds-focus");
        getElement().setAttribute("tabindex", "-1");
        show(entry);
        add(bar, words);
    }

    static String words(RunEntry entry) {
        return entry.sources() == 0
                ? "The checks are being run …"
                : "The checks are being run: %d of %d sources have answered".formatted(entry.done(), entry.sources());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        ui.setPollInterval(ASK_EVERY_MILLIS);
        asking = ui.addPollListener(_ -> {
            var now = ask.get();
            if (now.over()) {
                ui.refreshCurrentRoute(false);
                Focus.back(RunsPart.CHECK_NOW);
            } else {
                show(now);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (asking != null) {
            asking.remove();
        }
    }

    private void show(RunEntry entry) {
        words.setText(words(entry));
        bar.setIndeterminate(entry.sources() == 0);
        if (entry.sources() > 0) {
            bar.setMax(entry.sources());
            bar.setValue(entry.done());
        }
    }
}
