package org.overread.web.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Receiver;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** The addresses that were given up, each with the reason and a way to have it tried again. */
@ApplicationScoped
class AddressesPart {
    static final String AGAIN = "Try again";

    @Inject
    Deliveries deliveries;

    Component of(Actor actor, Runnable changed) {
        var lost = deliveries.addressesGivenUp(actor);
        if (lost.isEmpty()) {
            return Page.empty(
                    "Every address is tried.",
                    "One that wants no notices, or under which nothing was found for most of a day, is given up: it appears"
                            + " here with its reason, and nothing is sent there until you have it tried again.");
        }
        var table = DataTable.of("Addresses given up, the latest first", "To", "Since", "Why", "")
                .stacking();
        lost.forEach(each -> table.line(
                new Span(deliveries.name(each.to())),
                since(each.givenUpAt()),
                new Span(Objects.requireNonNullElse(each.reason(), "")),
                again(each, actor, changed)));
        return new Div(
                Page.quiet(
                        "Mend the address first: a webhook is removed and added anew, a person's address is set on their"
                                + " page under People."),
                table);
    }

    private static Component since(@Nullable Instant since) {
        return since == null ? new Span() : Times.of(since);
    }

    private Component again(Receiver receiver, Actor actor, Runnable changed) {
        var button = new Button(AGAIN, _ -> {
            try {
                int again = deliveries.tryAgain(actor, receiver.to());
                Notices.done(
                        again == 1
                                ? "The notice that was given up is on its way again."
                                : again + " notices that were given up are on their way again.");
            } catch (GovernanceException refused) {
                Notices.error(String.valueOf(refused.getMessage()));
            }
            changed.run();
            Focus.back();
        });
        button.setDisableOnClick(true);
        return Page.named(button, AGAIN + ": " + deliveries.name(receiver.to()));
    }
}
