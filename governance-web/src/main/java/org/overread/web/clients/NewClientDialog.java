package org.overread.web.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.IssuedToken;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Form;
import org.overread.web.shell.ScopeFields;

/** Asks what a new API client may do, and then shows its token, this once. */
final class NewClientDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final String COPY = """
            if (navigator.clipboard) { navigator.clipboard.writeText($0); }
            else { this.inputElement.select(); document.execCommand('copy'); }""";

    private final TextField name = new TextField("Name");
    private final CheckboxGroup<ApiScope> scopes = new CheckboxGroup<>("Permissions");
    private final ScopeFields reach;
    private final Select<Integer> lasting = new Select<>();

    NewClientDialog(ApiClients clients, Catalog catalog, Actor actor, Runnable added) {
        reach = new ScopeFields(catalog, actor);
        var drafts = new Drafts(actor, "new-client");
        drafts.keep(name, "name");
        setHeaderTitle("Add an API client");
        setWidth("min(40rem, 100%)");
        name.setHelperText("Such as: sepsis model server");
        name.setRequiredIndicatorVisible(true);
        name.focus();
        scopes.setItems(ApiScope.values());
        scopes.setItemLabelGenerator(ScopeWords::sentence);
        lasting.setLabel("Good for");
        lasting.setItems(30, 90, 180, ApiClients.LONGEST_DAYS);
        lasting.setItemLabelGenerator(days -> days == ApiClients.LONGEST_DAYS ? "a year" : days + " days");
        lasting.setValue(ApiClients.LONGEST_DAYS);
        lasting.setHelperText("Then the token ends, and a new API client takes its place.");
        add(new Form("Add and show the token", () -> {
                    var issued = clients.create(
                            actor, name.getValue(), scopes.getValue(), reach.scope(), lasting.getValue());
                    drafts.forget();
                    added.run();
                    showOnce(issued);
                })
                .with("name", name)
                .with("scopes", scopes)
                .with(reach)
                .with("days", lasting));
        getFooter().add(new Button("Cancel", _ -> close()));
    }

    private void showOnce(IssuedToken issued) {
        removeAll();
        getFooter().removeAll();
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle("The token of " + issued.client().name());
        var token = new TextField("Token");
        token.setValue(issued.token());
        token.setReadOnly(true);
        token.setWidthFull();
        token.addClassName("digest");
        var copy = new Button("Copy");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(_ -> {
            token.getElement().executeJs(COPY, issued.token());
            copy.setText("Copied");
        });
        copy.focus();
        add(
                new Paragraph(
                        "It is shown this once and kept nowhere. Put it where the system keeps its secrets, and send it"
                                + " with every call as: Authorization: Bearer and the token."),
                token,
                copy);
        getFooter().add(new Button("I have stored it", _ -> close()));
    }
}
