package org.overread.web.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.ErrorEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.KeptAnchor;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** Says whether the chain holds, when that was checked, and checks it anew on demand. */
final class ChainBadge extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LOOK_AGAIN = 500;

    private final transient ChainCheck check;
    private final transient Anchors anchors;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final Div said = new Div();
    private final Button verify = new Button("Verify now");

    ChainBadge(ChainCheck check, Anchors anchors, InstantSource clock, Actor actor) {
        this.check = check;
        this.anchors = anchors;
        this.clock = clock;
        this.actor = actor;
        addClassName("chain-badge");
        said.getElement().setAttribute("role", "status");
        verify.addClickListener(_ -> follow(check.start(actor)));
        add(said, verify);
    }

    /** Shows how things stand now. */
    void refresh() {
        check.running()
                .ifPresentOrElse(this::follow, () -> show(check.last(actor).orElse(null)));
    }

    private void follow(CompletableFuture<TrailCheck> running) {
        if (!running.isDone()) {
            var progress = Page.named(new ProgressBar(), "The chain is being checked");
            progress.setIndeterminate(true);
            say(new Span("Checking every entry against the one before …"), progress);
            verify.setEnabled(false);
            UI.getCurrent().setPollInterval(LOOK_AGAIN);
        }
        var ui = UI.getCurrent();
        running.whenComplete((checked, failure) -> ui.access(() -> {
            ui.setPollInterval(-1);
            verify.setEnabled(true);
            if (failure == null) {
                show(checked);
            } else {
                show(null);
                ui.getSession().getErrorHandler().error(new ErrorEvent(failure));
            }
        }));
    }

    private void show(@Nullable TrailCheck checked) {
        if (checked == null) {
            say(new Tag("Not checked yet", Tag.Tone.OPEN));
            return;
        }
        showTrail(checked);
        if (!checked.records().isEmpty()) {
            said.add(untied(checked.records()));
        }
    }

    private void showTrail(TrailCheck checked) {
        switch (checked.result()) {
            case Verified(long count, String head) ->
                say(whole(checked, count), anchored(), exactly(checked.at()), lost(checked.lost()), head(head));
            case Broken broken ->
                say(
                        new Tag("Chain broken at entry " + Numbers.count(broken.seq()), Tag.Tone.BAD),
                        anchored(),
                        exactly(checked.at()),
                        broken(broken));
        }
    }

    /** The chain by itself says little where what is on record disagrees with it. */
    private Tag whole(TrailCheck checked, long count) {
        var when = ago(checked.at()) + ", " + entries(count);
        return checked.records().isEmpty()
                ? new Tag("Chain verified " + when, Tag.Tone.GOOD)
                : new Tag("Only the chain holds together, checked " + when, Tag.Tone.OPEN);
    }

    /** Names the decisions on record that do not agree with the trail. */
    private static Component untied(List<RecordFault> faults) {
        var list = new UnorderedList();
        faults.forEach(fault -> list.add(line(fault)));
        var words = new Div(
                new Tag("Records and trail disagree", Tag.Tone.BAD),
                new Paragraph("What is on record and what the trail tells are not the same. Keep a copy of the database"
                        + " as it is now, and tell whoever answers for it."),
                list,
                more(faults.size()));
        words.getElement().setAttribute("role", "alert");
        words.addClassName("refusal");
        return words;
    }

    /** In words; the id, which only the database needs, stands small behind them. */
    private static ListItem line(RecordFault fault) {
        var subject = fault.subject();
        var name = fault.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + fault.name().substring(1);
        var reason = new Span(" " + fault.reason() + ". ");
        if (subject == null) {
            return new ListItem(new Span(name), reason);
        }
        var id = new Span(subject.toString());
        id.addClassNames("quiet", "small-id");
        return new ListItem(SubjectLink.of(name, subject), reason, id);
    }

    private static Component more(int told) {
        var words = new Paragraph(
                "These are the first %d; the check told no more of them.".formatted(TrailCheck.MOST_RECORDS));
        words.setVisible(told >= TrailCheck.MOST_RECORDS);
        return words;
    }

    private static Component head(String hash) {
        var text = new Span("Hash of the newest entry, worth keeping elsewhere: ");
        text.addClassName("quiet");
        var hex = new Span(hash);
        hex.addClassName("digest");
        return new Div(text, hex);
    }

    private Component anchored() {
        return anchors.last(actor)
                .map(last -> last.places().isEmpty() ? nowhere() : anchored(last))
                .orElseGet(ChainBadge::nowhere);
    }

    private Tag anchored(KeptAnchor last) {
        int places = last.places().size();
        return new Tag(
                "Anchored " + ago(last.anchor().at()) + " in " + (places == 1 ? "1 place" : places + " places"),
                Tag.Tone.GOOD);
    }

    private static Tag nowhere() {
        return new Tag("Not anchored outside the database", Tag.Tone.OPEN);
    }

    private static Component lost(int count) {
        var words = new Paragraph(
                count == 1
                        ? "One anchor is not where it was put any more. Find out who took it away."
                        : Numbers.count((long) count)
                                + " anchors are not where they were put any more. Find out who took them away.");
        words.addClassName("refusal");
        words.setVisible(count > 0);
        return words;
    }

    private static Component broken(Broken broken) {
        var before = broken.intact() == 0
                ? ""
                : " Entries up to " + Numbers.count(broken.intact()) + " are as they were written.";
        var words = new Paragraph("Entry " + Numbers.count(broken.seq()) + " " + broken.reason() + "." + before
                + " Keep a copy of the database as it is now, and tell whoever answers for it.");
        words.getElement().setAttribute("role", "alert");
        words.addClassName("refusal");
        return words;
    }

    private static Component exactly(Instant at) {
        var time = Times.of(at);
        time.addClassName("quiet");
        return time;
    }

    private String ago(Instant at) {
        var passed = Duration.between(at, clock.instant());
        if (passed.toMinutes() < 1) {
            return "just now";
        }
        return passed.toHours() < 1
                ? times(passed.toMinutes(), "minute")
                : passed.toDays() < 1 ? times(passed.toHours(), "hour") : times(passed.toDays(), "day");
    }

    private static String times(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }

    private static String entries(long count) {
        return Numbers.count(count) + (count == 1 ? " entry" : " entries");
    }

    private void say(Component... parts) {
        said.removeAll();
        said.add(parts);
    }
}
