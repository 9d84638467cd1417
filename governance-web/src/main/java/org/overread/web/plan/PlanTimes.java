package org.overread.web.plan;

import static java.util.Objects.requireNonNullElse;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.monitoring.plan.ReviewRule;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Page;

/** The times of a plan: windows, reference, reviews, and how long outcomes and predictions may take. */
final class PlanTimes extends Div {
    private static final long serialVersionUID = 1L;

    final Select<WindowLength> length = new Select<>();
    final IntegerField breached = new IntegerField("Windows that break a limit");
    final IntegerField of = new IntegerField("… out of the last");
    final DatePicker from = new DatePicker("Compared with, from");
    final DatePicker to = new DatePicker("to, inclusive");
    final Select<ReviewRule.Cadence> every = new Select<>();
    final DatePicker due = new DatePicker("Next review due");
    final IntegerField labelDelay = new IntegerField("Outcomes are expected after, days");
    final IntegerField silentAfter = new IntegerField("The feed counts as stopped after, hours");

    PlanTimes(PlanDraft start, Runnable changed) {
        length.setLabel("One window is a");
        length.setItems(WindowLength.values());
        length.setItemLabelGenerator(WindowLength::word);
        every.setLabel("Reviewed every");
        every.setItems(ReviewRule.Cadence.values());
        every.setItemLabelGenerator(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        List.of(from, to, due).forEach(day -> day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd")));
        show(start);
        length.addValueChangeListener(_ -> changed.run());
        breached.addValueChangeListener(_ -> changed.run());
        of.addValueChangeListener(_ -> changed.run());
        from.addValueChangeListener(_ -> changed.run());
        to.addValueChangeListener(_ -> changed.run());
        every.addValueChangeListener(_ -> changed.run());
        due.addValueChangeListener(_ -> changed.run());
        labelDelay.addValueChangeListener(_ -> changed.run());
        silentAfter.addValueChangeListener(_ -> changed.run());
        add(
                Page.row(length, breached, of),
                Page.row(from, to),
                Page.row(every, due),
                Page.row(labelDelay, silentAfter));
    }

    private void show(PlanDraft start) {
        var windows = start.windows();
        if (windows != null) {
            length.setValue(windows.length());
            breached.setValue(windows.breached());
            of.setValue(windows.of());
        }
        var reference = start.reference();
        if (reference != null) {
            from.setValue(reference.from());
            to.setValue(reference.to());
        }
        var review = start.review();
        if (review != null) {
            every.setValue(review.every());
            due.setValue(review.due());
        }
        labelDelay.setValue(start.labelDelayDays());
        silentAfter.setValue(start.silentAfterHours());
    }

    WindowRule windows() {
        return new WindowRule(
                length.getValue(), requireNonNullElse(breached.getValue(), 0), requireNonNullElse(of.getValue(), 0));
    }

    @Nullable ReferenceWindow reference() {
        return from.isEmpty() && to.isEmpty() ? null : new ReferenceWindow(from.getValue(), to.getValue());
    }

    ReviewRule review() {
        return new ReviewRule(every.getValue(), due.getValue());
    }

    void nameIn(Fields fields) {
        fields.named("windows.length", length);
        fields.named("windows.breached", breached);
        fields.named("windows.of", of);
        fields.named("reference.from", from);
        fields.named("reference.to", to);
        fields.named("review.every", every);
        fields.named("review.due", due);
        fields.named("labelDelayDays", labelDelay);
        fields.named("silentAfterHours", silentAfter);
    }
}
