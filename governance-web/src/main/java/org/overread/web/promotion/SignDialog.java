package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.review.Meaning;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.IdentifierCheck;

/**
 * Where a person puts their name under something: it says in one sentence what is signed, asks for the role, the
 * meaning and the password, and stays with the reason when the signature is refused.
 */
final class SignDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What the person has typed. */
    record Typed(Role role, Meaning meaning, Written<String> comment, String password) {}

    final RadioButtonGroup<Role> role = new RadioButtonGroup<>("Sign as");
    final RadioButtonGroup<Meaning> meaning = new RadioButtonGroup<>("Meaning");
    final TextArea comment = new TextArea("Comment");
    final PasswordField password = new PasswordField("Your password");
    final Button sign = new Button("Sign");
    final Div refusal = new Div();
    final IdentifierCheck check = new IdentifierCheck().over(comment);
    private final Drafts drafts;
    private final Paragraph declaration = new Paragraph();
    private final Paragraph only = new Paragraph();
    private final transient Function<Typed, Optional<String>> signing;

    /**
     * @param what what is signed, in one sentence
     * @param source leads to what it is signed on
     * @param roles the roles the person can sign in, at least one
     * @param meanings what the signature can mean; of several the person chooses, and none is chosen for them
     * @param drafts keeps the comment until it is signed, and never the password
     * @param signing signs, and answers with the reason when that is refused
     */
    SignDialog(
            String what,
            Component source,
            List<Role> roles,
            List<Meaning> meanings,
            Drafts drafts,
            Function<Typed, Optional<String>> signing) {
        this.signing = signing;
        this.drafts = drafts;
        drafts.keep(comment, "comment");
        setHeaderTitle("Sign");
        setWidth("34rem");
        role.setItems(roles);
        role.setItemLabelGenerator(Role::title);
        role.setVisible(roles.size() > 1);
        meaning.setItems(meanings);
        meaning.setItemLabelGenerator(Meaning::title);
        meaning.addValueChangeListener(event -> declare());
        meaning.setVisible(meanings.size() > 1);
        onlyChoice(role, roles);
        onlyChoice(meaning, meanings);
        only.setText(only(roles, meanings));
        comment.setWidthFull();
        password.setWidthFull();
        password.getElement().setAttribute("autocomplete", "current-password");
        declaration.addClassName("declaration");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        sign.addThemeVariants(ButtonVariant.PRIMARY);
        sign.setDisableOnClick(true);
        sign.addClickListener(event -> sign());
        sign.addClickShortcut(Key.ENTER).listenOn(password).setResetFocusOnActiveElement(true);
        var body = new Div(
                new Paragraph(what), source, only, role, meaning, declaration, comment, check, password, refusal);
        body.addClassName("form");
        add(body);
        getFooter().add(new Button("Cancel", event -> close()), sign);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                focus(roles.size() > 1 ? role : meanings.size() > 1 ? meaning : comment);
            }
        });
    }

    /** Nothing is chosen for a person who signs, unless there is only one thing to choose. */
    private static <T> void onlyChoice(RadioButtonGroup<T> group, List<T> choices) {
        group.setRequiredIndicatorVisible(true);
        group.setManualValidation(true);
        if (choices.size() == 1) {
            group.setValue(choices.getFirst());
        }
    }

    /** What there is no choice about, in words. */
    private static String only(List<Role> roles, List<Meaning> meanings) {
        var as = roles.size() == 1 ? "You sign as " + roles.getFirst().title().toLowerCase(Locale.ROOT) + "." : "";
        var says =
                meanings.size() == 1 ? "Meaning: " + meanings.getFirst().title().toLowerCase(Locale.ROOT) + "." : "";
        return (as + " " + says).strip();
    }

    /** Puts the cursor where the first choice is. */
    private static void focus(Component choice) {
        choice.getElement().executeJs("(this.querySelector('[checked]') ?? this).focus()");
    }

    private void declare() {
        meaning.setInvalid(false);
        declaration.setText(meaning.isEmpty() ? "" : "“" + meaning.getValue().sentence() + "”");
        comment.setHelperText(meaning.getValue() == Meaning.REJECTION ? "Say why; the requester reads it." : "");
    }

    private void sign() {
        refusal.removeAll();
        if (!chosen(role, "Choose the role in which you sign. Nothing was signed.")
                || !chosen(meaning, "Choose what your signature means. Nothing was signed.")) {
            return;
        }
        var answer = signing.apply(
                new Typed(role.getValue(), meaning.getValue(), check.of(comment.getValue()), password.getValue()));
        if (answer.isEmpty()) {
            drafts.forget();
            close();
            return;
        }
        refuse(answer.get());
        password.clear();
        password.focus();
    }

    private void refuse(String why) {
        refusal.add(new Paragraph(why));
        sign.setEnabled(true);
    }

    private <T> boolean chosen(RadioButtonGroup<T> group, String demand) {
        group.setInvalid(group.isEmpty());
        group.setErrorMessage(group.isEmpty() ? demand : "");
        if (group.isEmpty()) {
            refuse(demand);
            focus(group);
        }
        return !group.isEmpty();
    }
}
