package org.overread.web.promotion;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Written;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Times;

/** Why a policy is published, from which day it is in force, and the password of who publishes it. */
final class EnactFields extends Div {
    private static final long serialVersionUID = 1L;

    final TextArea reason = new TextArea("Why");
    final DatePicker from = new DatePicker("In force from");
    final IdentifierCheck check = new IdentifierCheck().over(reason);
    final PasswordField password = new PasswordField("Your password");

    /** @param changed is told when another day was chosen */
    EnactFields(Runnable changed) {
        reason.setHelperText("Everyone who may see policies reads it. No patient data.");
        from.setHelperText("At once when no day is chosen");
        from.setClearButtonVisible(true);
        from.addValueChangeListener(event -> changed.run());
        password.getElement().setAttribute("autocomplete", "current-password");
        add(reason, check, from, password);
        addClassName("form");
    }

    /** Keeps the reason and the day until the policy is published, and never the password. */
    void keptIn(Drafts drafts) {
        drafts.keep(reason, "reason");
        drafts.keepValue(from, "inForceFrom", LocalDate::toString, kept -> from.setValue(LocalDate.parse(kept)));
    }

    Written<String> reason() {
        return check.of(reason.getValue());
    }

    /** The beginning of the chosen day; null for at once. */
    @Nullable Instant from() {
        LocalDate day = from.getValue();
        return day == null ? null : day.atStartOfDay(Times.zone()).toInstant();
    }

    void nameIn(Fields fields) {
        fields.named("reason", reason);
        fields.named("inForceFrom", from);
    }
}
