package org.overread.web.alert;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.overread.registry.Written;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Focus;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Notices;

/** Asks for some words and passes them on; what the service refuses is told, and nothing typed is lost. */
public final class WordsDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final TextArea text;
    final Button send;
    final IdentifierCheck check;

    /**
     * @param drafts keeps the words until they are sent; made for this person and this thing
     * @param title what is done
     * @param what what it means, in a sentence
     * @param label what is to be typed
     * @param field the name by which the service speaks of it
     * @param done what to say afterwards
     * @param others further fields, above the words
     */
    public WordsDialog(
            Drafts drafts,
            String title,
            String what,
            String label,
            String field,
            String done,
            Consumer<Written<String>> use,
            Component... others) {
        setHeaderTitle(title);
        setWidth("32rem");
        text = new TextArea(label);
        text.setWidthFull();
        text.setHelperText("Everyone who may see this version reads it. No patient data.");
        drafts.keep(text, title);
        check = new IdentifierCheck().over(text);
        var fields = new Fields();
        fields.named(field, text);
        send = new Button(title);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(event -> {
            if (fields.accepted(() -> use.accept(check.of(text.getValue())))) {
                drafts.forget();
                close();
                Notices.done(done);
                UI.getCurrent().refreshCurrentRoute(false);
                Focus.back(title);
            }
        });
        var body = new Div(new Paragraph(what));
        body.add(others);
        body.add(text, check, fields);
        body.addClassName("form");
        add(body);
        getFooter().add(new Button("Cancel", event -> close()), send);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                text.focus();
            }
        });
    }
}
