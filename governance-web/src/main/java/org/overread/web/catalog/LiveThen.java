package org.overread.web.catalog;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.LiveVersion;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.StageHistory;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** The question which version was live at a site at a time, and its answer. */
final class LiveThen extends Div {
    private static final long serialVersionUID = 1L;

    final Select<Site> site = new Select<>();
    final DateTimePicker time = new DateTimePicker("At this time");
    private final Paragraph answer = new Paragraph();
    private final transient StageHistory history;

    /** @param asked takes the site and the time whenever one of them was chosen by hand */
    LiveThen(List<Site> sites, StageHistory history, BiConsumer<Site, Instant> asked) {
        this.history = history;
        site.setLabel("At this site");
        site.setItems(sites);
        site.setItemLabelGenerator(Site::name);
        time.setStep(Duration.ofMinutes(1));
        time.setHelperText("In your time zone, " + Times.zone());
        time.setDateAriaLabel("Day");
        time.setTimeAriaLabel("Time of day");
        answer.addClassName("answer");
        answer.getElement().setAttribute("role", "status");
        add(Page.row(site, time), answer);
        site.addValueChangeListener(event -> changed(event.isFromClient(), asked));
        time.addValueChangeListener(event -> changed(event.isFromClient(), asked));
    }

    /** Asks for the site and time that an address names. */
    void ask(@Nullable Site where, Instant when) {
        site.setValue(where);
        time.setValue(LocalDateTime.ofInstant(when, Times.zone()));
        answer();
    }

    private void changed(boolean byHand, BiConsumer<Site, Instant> asked) {
        answer();
        var when = when();
        if (byHand && site.getValue() != null && when != null) {
            asked.accept(site.getValue(), when);
        }
    }

    private @Nullable Instant when() {
        var typed = time.getValue();
        return typed == null ? null : typed.atZone(Times.zone()).toInstant();
    }

    private void answer() {
        var where = site.getValue();
        var when = when();
        if (where == null || when == null) {
            answer.setText("");
            return;
        }
        answer.setText(sentence(where, when, history.liveAt(where.id(), when).all()));
    }

    private static String sentence(Site where, Instant when, List<LiveVersion> live) {
        var there = "at %s on %s".formatted(where.name(), Times.text(when));
        return switch (live.size()) {
            case 0 -> "No version was live %s.".formatted(there);
            case 1 ->
                "Version %d was live %s (%s)."
                        .formatted(
                                live.getFirst().version().version(),
                                there,
                                live.getFirst().audience().stage().title());
            default ->
                "Versions were live %s: %s."
                        .formatted(there, live.stream().map(LiveVersion::words).collect(joining(", ")));
        };
    }
}
