package org.overread.web.audit;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditActor;
import org.overread.web.shell.Choices;

/** The fields in which somebody says which entries they want to see. */
final class AuditFields extends Div {
    private static final long serialVersionUID = 1L;
    private static final int WHILE_TYPING = 400;

    private final TextField text = new TextField("Words");
    private final ComboBox<AuditActor> person = new ComboBox<>("Who");
    private final ComboBox<String> model = new ComboBox<>("Model");
    private final ComboBox<String> action = new ComboBox<>("What was done");
    private final DatePicker from = new DatePicker("From");
    private final DatePicker to = new DatePicker("To");
    private boolean showing;

    AuditFields(List<AuditActor> people, List<String> models, List<String> actions) {
        addClassName("small-fields");
        getElement().setAttribute("role", "search");
        Choices.offer(person, people, AuditActor::name);
        Choices.offer(model, models);
        Choices.offer(
                action,
                actions.stream()
                        .flatMap(verb -> Stream.of(verb.replaceFirst("\\..*", ""), verb))
                        .distinct()
                        .sorted()
                        .toList());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(WHILE_TYPING);
        Stream.of(person, model, action).forEach(choice -> choice.setClearButtonVisible(true));
        Stream.of(from, to).forEach(day -> {
            day.setClearButtonVisible(true);
            day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        });
        add(text, person, model, action, from, to);
    }

    /** Tells of every change that somebody makes. */
    void onChange(SerializableConsumer<AuditQuestion> listener) {
        List.<HasValue<?, ?>>of(text, person, model, action, from, to)
                .forEach(field -> field.addValueChangeListener(_ -> {
                    if (!showing) {
                        listener.accept(question());
                    }
                }));
    }

    /** Shows what is asked, without telling of it as a change. */
    void show(AuditQuestion question) {
        showing = true;
        text.setValue(Objects.requireNonNullElse(question.text(), ""));
        person.setValue(who(question.person()));
        model.setValue(question.model());
        action.setValue(question.action());
        from.setValue(question.from());
        to.setValue(question.to());
        from.setMax(question.to());
        to.setMin(question.from());
        showing = false;
    }

    private AuditQuestion question() {
        @Nullable AuditActor who = person.getValue();
        return new AuditQuestion(
                model.getValue(),
                who == null ? null : who.id(),
                action.getValue(),
                from.getValue(),
                to.getValue(),
                text.getValue().isBlank() ? null : text.getValue().strip());
    }

    private @Nullable AuditActor who(@Nullable String id) {
        return id == null
                ? null
                : person.getListDataView()
                        .getItems()
                        .filter(known -> known.id().equals(id))
                        .findFirst()
                        .orElse(new AuditActor(id, id));
    }
}
