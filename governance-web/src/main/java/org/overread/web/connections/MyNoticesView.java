package org.overread.web.connections;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;

/** Where I am written to. */
@Route("my-notices")
@PageTitle("Notices by mail")
@Needs(Permission.READ_MODELS)
@Dependent
class MyNoticesView extends Page {
    private static final long serialVersionUID = 1L;

    @Inject
    MyNoticesView(Addresses addresses, CurrentActor current) {
        add(
                current.actor() instanceof Actor.Person person
                        ? AddressForm.of(addresses, person, person.personId(), person.login())
                        : empty("Only people are written to.", "Systems are told by webhooks."));
    }
}
