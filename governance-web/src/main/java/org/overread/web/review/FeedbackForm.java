package org.overread.web.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.CardDetails;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.TimeOrderedIds;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Focus;
import org.overread.web.shell.FreeText;
import org.overread.web.shell.Keys;
import org.overread.web.shell.Page;

/**
 * What a clinician says when they do not simply accept: why, what was done instead, and a comment. What looks like a
 * patient's identifier is marked while it is typed; what surely is one holds the save, the rest waits for a tick.
 */
final class FeedbackForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final String REASON = "reason";

    private final UUID id = TimeOrderedIds.next();
    private final UUID concernId = TimeOrderedIds.next();
    private final UUID card;
    private final FeedbackKind kind;
    private final Drafts drafts;
    private final transient Consumer<List<FeedbackDraft>> saving;
    private final Fields fields = new Fields();
    private final RadioButtonGroup<OverrideReason> reasons = new RadioButtonGroup<>("Why did you decide otherwise?");
    private final FreeText instead = new FreeText("What was done instead (optional)");
    private final FreeText comment = new FreeText("Comment");
    private final Checkbox harm = new Checkbox("It could have harmed a patient: report a safety concern, too");
    private final Checkbox confirmed = new Checkbox("I checked what is marked: it identifies no patient");
    private final Button save = new Button("Save (Ctrl+Enter)");
    private final Paragraph held = new Paragraph();
    private List<String> confirmedMarks = List.of();

    /**
     * @param saving calls the service with what was filled in; what it refuses is told beside the field it is about
     */
    FeedbackForm(
            CardDetails shown,
            FeedbackKind kind,
            Drafts drafts,
            Consumer<List<FeedbackDraft>> saving,
            Runnable givingUp) {
        this.card = shown.card().id();
        this.kind = kind;
        this.drafts = drafts;
        this.saving = saving;
        addClassName("feedback-form");
        if (kind == FeedbackKind.OVERRIDDEN) {
            offer(shown.reasons());
            keep(instead, "actionInstead");
            add(reasons, harm, instead);
        }
        keep(comment, "comment");
        comment.field().setRequiredIndicatorVisible(kind == FeedbackKind.SAFETY_CONCERN);
        confirmed.addValueChangeListener(event -> check());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(event -> save());
        held.addClassName("quiet");
        held.getElement().setAttribute("role", "status");
        var giveUp = new Button("Cancel", event -> {
            drafts.forget();
            givingUp.run();
        });
        add(comment, confirmed, fields, Page.row(Keys.press(save, "ctrl+enter"), giveUp, held));
        check();
    }

    /** Puts the focus where the hand goes next. */
    void begin() {
        if (kind == FeedbackKind.OVERRIDDEN) {
            Focus.within(reasons, "vaadin-radio-button");
        } else {
            comment.field().focus();
        }
    }

    private void offer(List<OverrideReason> offered) {
        reasons.addClassName("chips");
        reasons.setItems(offered);
        reasons.setRenderer(new ComponentRenderer<>(reason -> chip(offered.indexOf(reason) + 1, reason)));
        fields.named(REASON, reasons);
        harm.setVisible(false);
        addAttachListener(event -> drafts.bringBack(
                event.getUI(),
                REASON,
                name -> offered.stream()
                        .filter(reason -> reason.name().equals(name))
                        .findFirst()
                        .ifPresent(reasons::setValue)));
        reasons.addValueChangeListener(event -> {
            var reason = event.getValue();
            boolean wordsNeeded = reason != null && reason.comment() == OverrideReason.Comment.REQUIRED;
            comment.field().setRequiredIndicatorVisible(wordsNeeded);
            harm.setVisible(reason != null && reason.suggestsSafetyEvent());
            if (reason != null) {
                drafts.note(REASON, reason.name());
            }
            if (wordsNeeded && event.isFromClient() && comment.text().isBlank()) {
                comment.field().focus();
            }
        });
    }

    private static Span chip(int number, OverrideReason reason) {
        var key = new Span(String.valueOf(number));
        key.addClassName("key");
        return Keys.press(new Span(key, new Span(reason.display())), String.valueOf(number));
    }

    private void keep(FreeText text, String name) {
        fields.named(name, text.field());
        drafts.keep(text.field(), kind + "." + name, () -> {});
        text.onScan(this::check);
    }

    private void check() {
        var marks = new ArrayList<>(instead.marks());
        marks.addAll(comment.marks());
        boolean blocked = texts().anyMatch(FreeText::blocked);
        if (Boolean.TRUE.equals(confirmed.getValue()) && !confirmedMarks.containsAll(marks)) {
            confirmed.setValue(false);
        }
        confirmedMarks = List.copyOf(marks);
        confirmed.setVisible(!marks.isEmpty() && !blocked);
        boolean unconfirmed = confirmed.isVisible() && !confirmed.getValue();
        save.setEnabled(!blocked && !unconfirmed);
        held.setText(
                blocked
                        ? "Take out what must be removed, then it can be saved."
                        : unconfirmed ? "Look at what is marked and tick the box, then it can be saved." : "");
    }

    private Stream<FreeText> texts() {
        return Stream.of(instead, comment);
    }

    private void save() {
        fields.accepted(() -> saving.accept(drafts()));
    }

    private List<FeedbackDraft> drafts() {
        var said = draft(id, kind, reasons.getValue(), instead.text());
        return harm.isVisible() && harm.getValue()
                ? List.of(said, draft(concernId, FeedbackKind.SAFETY_CONCERN, null, null))
                : List.of(said);
    }

    private FeedbackDraft draft(
            UUID draftId, FeedbackKind draftKind, @Nullable OverrideReason reason, @Nullable String action) {
        return new FeedbackDraft(draftId, card, draftKind, reason, action, comment.text(), confirmed.getValue(), null);
    }
}
