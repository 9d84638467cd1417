package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.BiFunction;
import org.overread.registry.Written;
import org.overread.registry.promotion.PolicyStep;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Notices;

/** Asks for words and the password to confirm, decline or retire a policy, and stays with the reason when refused. */
final class PolicyDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final TextArea words;
    final PasswordField password = new PasswordField("Your password");
    final Button send;
    private final Drafts drafts;
    private final Fields fields = new Fields();

    /**
     * @param title what is done
     * @param what what it means, in a sentence
     * @param points what it is about, each in a sentence
     * @param drafts keeps the words until they are sent, and never the password
     * @param act does it with the words and the password
     */
    PolicyDialog(
            String title,
            String what,
            List<String> points,
            String label,
            Drafts drafts,
            BiFunction<Written<String>, String, PolicyStep> act) {
        setHeaderTitle(title);
        setWidth("34rem");
        words = new TextArea(label);
        words.setWidthFull();
        drafts.keep(words, title);
        this.drafts = drafts;
        password.setWidthFull();
        password.getElement().setAttribute("autocomplete", "current-password");
        var check = new IdentifierCheck().over(words);
        fields.named("reason", words);
        send = new Button(title);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(event -> {
            fields.accepted(() -> tell(act.apply(check.of(words.getValue()), password.getValue())));
            send.setEnabled(true);
        });
        var body = new Div(new Paragraph(what), list(points), words, check, password, fields);
        body.addClassName("form");
        add(body);
        getFooter().add(new Button("Cancel", event -> close()), send);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                words.focus();
            }
        });
    }

    private void tell(PolicyStep step) {
        switch (step) {
            case PolicyStep.Refused(var _, var reason) -> {
                fields.refuse(reason);
                password.clear();
                password.focus();
            }
            case PolicyStep.Taken(var file, var state) -> {
                drafts.forget();
                close();
                Notices.done("%s: %s.".formatted(file.policy().title(), state.title()));
                UI.getCurrent().refreshCurrentRoute(false);
            }
        }
    }

    private static Component list(List<String> points) {
        var list = new UnorderedList();
        points.forEach(point -> list.add(new ListItem(point)));
        return list;
    }
}
