package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** A short form with one button, which Enter presses as well. What a service refuses is told by its {@link Fields}. */
public final class Form extends Div {
    private static final long serialVersionUID = 1L;

    private final Fields fields = new Fields();
    private final Div body = new Div();

    /**
     * @param words what the button says
     * @param action what it does; a click while the server still works on the one before does nothing
     */
    public Form(String words, Runnable action) {
        addClassName("form");
        body.addClassName("form-fields");
        var button = new Button(words);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                fields.accepted(action);
            } finally {
                button.setEnabled(true);
            }
        });
        button.addClickShortcut(Key.ENTER).listenOn(body);
        add(body, fields, new Div(button));
    }

    /** Adds a field by the name under which the service speaks of it. */
    public <T extends Component & HasValidation> Form with(String name, T field) {
        field.setManualValidation(true);
        body.add(fields.named(name, field));
        return this;
    }

    /** Adds what is no field. */
    public Form with(Component other) {
        body.add(other);
        return this;
    }
}
