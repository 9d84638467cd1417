package org.overread.web.connections;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.web.shell.Form;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

/** Where somebody is written to about alerts. */
public final class AddressForm {
    private AddressForm() {}

    public static Div of(Addresses addresses, Actor actor, PersonId person, String login) {
        var address = new EmailField("E-mail address");
        address.setHelperText(
                login.contains("@") ? "Empty: notices go to the log-in, " + login : "Empty: no notice can be sent");
        address.setClearButtonVisible(true);
        addresses.known(actor, person).ifPresent(address::setValue);
        return new Div(
                Page.quiet(
                        "Owner and deputy of an alert are written to when it is raised, when the answer is due and when"
                                + " it is resolved. A mail tells the version, the date and a link, and nothing of a patient."),
                new Form("Save the address", () -> {
                            addresses.set(actor, person, address.getValue());
                            Notices.done(
                                    address.isEmpty() ? "The address is forgotten." : "Notices go there from now on.");
                        })
                        .with("address", address));
    }
}
