package org.overread.web.connections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.overread.monitoring.notify.webhook.IssuedSecret;
import org.overread.monitoring.notify.webhook.Webhook;
import org.overread.monitoring.notify.webhook.WebhookDraft;
import org.overread.monitoring.notify.webhook.Webhooks;
import org.overread.registry.Actor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Form;

/** Gives out a webhook's secret, this once: a new webhook's, or a known one's next. */
final class SecretDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final String COPY = """
            if (navigator.clipboard) { navigator.clipboard.writeText($0); }
            else { this.inputElement.select(); document.execCommand('copy'); }""";

    private final String opener;

    /** @param opener the name of the button that opened it */
    private SecretDialog(String title, String opener) {
        this.opener = opener;
        setHeaderTitle(title);
        setWidth("min(40rem, 100%)");
        getFooter().add(new Button("Cancel", _ -> close()));
    }

    static SecretDialog adding(Webhooks webhooks, Actor actor, Runnable changed) {
        var dialog = new SecretDialog("Add a webhook", WebhooksPart.ADD);
        var name = new TextField("Name");
        var drafts = new Drafts(actor, "new-webhook");
        drafts.keep(name, "name");
        name.setHelperText("Such as: pager of the data science team");
        name.setRequiredIndicatorVisible(true);
        name.focus();
        var address = new TextField("Address");
        address.setHelperText("Such as: https://pager.hospital.example/overread");
        address.setRequiredIndicatorVisible(true);
        address.setWidthFull();
        var models = new ModelChoice(webhooks.models(actor), List.of());
        dialog.add(new Form("Add and show the secret", () -> {
                    var issued =
                            webhooks.add(actor, new WebhookDraft(name.getValue(), address.getValue(), models.chosen()));
                    drafts.forget();
                    changed.run();
                    dialog.showOnce(issued);
                })
                .with("name", name)
                .with("address", address)
                .with("models", models));
        return dialog;
    }

    static SecretDialog rotating(Webhooks webhooks, Actor actor, Webhook webhook, Runnable changed) {
        var dialog = new SecretDialog(
                "A new secret for " + webhook.name(), WebhooksPart.named(WebhooksPart.NEW_SECRET, webhook));
        dialog.add(
                new Paragraph(
                        "Calls are signed with both secrets for a day, so that the receiver can change over; after"
                                + " that with the new one only."),
                new Form("Make and show the secret", () -> {
                    var issued = webhooks.rotate(actor, webhook.id());
                    changed.run();
                    dialog.showOnce(issued);
                }));
        return dialog;
    }

    private void showOnce(IssuedSecret issued) {
        removeAll();
        getFooter().removeAll();
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle("The secret of " + issued.webhook().name());
        // wraps, so that all of it is seen on a phone as well
        var secret = new TextArea("Secret");
        secret.setValue(issued.secret());
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.addClassName("digest");
        var copy = new Button("Copy");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(_ -> {
            secret.getElement().executeJs(COPY, issued.secret());
            copy.setText("Copied");
        });
        copy.focus();
        var body = new Div(
                new Paragraph("It is shown this once. Put it where the receiver keeps its secrets; with it the receiver"
                        + " verifies that a call comes from here and was not changed."),
                secret,
                new Div(copy));
        body.addClassNames("form", "issued-secret");
        add(body);
        getFooter().add(new Button("I have stored it", _ -> {
            close();
            Focus.back(opener);
        }));
    }
}
