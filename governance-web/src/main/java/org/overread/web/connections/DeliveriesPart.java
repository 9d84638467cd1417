package org.overread.web.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.overread.monitoring.notify.Attempt;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.web.shell.Cut;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** What was sent, what waits and what was given up. */
@ApplicationScoped
class DeliveriesPart {
    @Inject
    Deliveries deliveries;

    Component givenUp(Actor actor, Runnable changed) {
        var all = deliveries.givenUp(actor);
        return all.isEmpty()
                ? Page.empty(
                        "Nothing was given up.",
                        "What cannot be delivered within about a day, or has nobody to go to, appears here with its reason,"
                                + " for a year or until somebody lets it go.")
                : table("Given up, the newest first", actor, all, Deliveries.GIVEN_UP_SHOWN, changed);
    }

    /** Whose address was given up. */
    Set<Destination> lost(Actor actor) {
        return deliveries.addressesGivenUp(actor).stream().map(Receiver::to).collect(Collectors.toSet());
    }

    Component latest(Actor actor, Runnable changed) {
        var all = deliveries.latest(actor);
        return all.isEmpty()
                ? Page.empty("Nothing was sent yet.", "It begins with the next alert, or with a test.")
                : table("Deliveries, the newest first", actor, all, Deliveries.SHOWN, changed);
    }

    /** The same of one receiver. */
    Component of(List<Delivery> some, Actor actor, Runnable changed) {
        return some.isEmpty()
                ? Page.empty("Nothing was sent there yet.", "Send a test to see whether it works.")
                : table("Deliveries, the newest first", actor, some, Deliveries.SHOWN, changed);
    }

    private Component table(String caption, Actor actor, List<Delivery> some, int most, Runnable changed) {
        var table = DataTable.of(caption, "What", "To", "When", "State", "#Tries", "Last answer", "")
                .stacking();
        some.forEach(each -> table.line(
                what(each),
                new Span(deliveries.name(each.to())),
                Times.of(each.createdAt()),
                state(each),
                new Span(String.valueOf(each.attempts().size())),
                new Span(answer(each)),
                action(each, actor, changed)));
        return new Div(table, Cut.newest(some.size(), most, "deliveries", "Earlier ones are not listed."));
    }

    private static Component what(Delivery delivery) {
        var title = delivery.notice().kind().title();
        var about = delivery.notice().alert();
        return about == null
                ? new Span(title)
                : new Anchor("alerts/" + about.id(), "%s: %s".formatted(title, about.version()));
    }

    private static Component state(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING -> new Tag(delivery.state().title(), Tag.Tone.WAITING);
            case DELIVERED -> new Tag(delivery.state().title(), Tag.Tone.GOOD);
            case GIVEN_UP -> new Tag(delivery.state().title(), Tag.Tone.BAD);
            case DROPPED -> new Tag(delivery.state().title(), Tag.Tone.PLAIN);
        };
    }

    private static String answer(Delivery delivery) {
        var last = delivery.lastAttempt()
                .map(Attempt::words)
                .orElse(
                        delivery.state() == Delivery.State.GIVEN_UP
                                ? "not tried, since the address was given up"
                                : "not tried yet");
        return delivery.state() == Delivery.State.WAITING
                        && !delivery.attempts().isEmpty()
                ? whole(last) + " Next try " + Times.text(delivery.nextAt()) + "."
                : last;
    }

    private static String whole(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private Component action(Delivery delivery, Actor actor, Runnable changed) {
        if (delivery.state() != Delivery.State.GIVEN_UP) {
            return new Span();
        }
        var again = new Button(
                "Send again",
                _ -> done(
                        () -> deliveries.sendAgain(actor, delivery.id()),
                        "It is on its way again, under the same id.",
                        changed));
        var letGo = new Button(
                "Let go",
                _ -> done(() -> deliveries.letGo(actor, delivery.id()), "Nobody waits for it any more.", changed));
        return Page.row(named(again, delivery), named(letGo, delivery));
    }

    private Button named(Button button, Delivery delivery) {
        button.setDisableOnClick(true);
        return Page.named(
                button,
                "%s: %s to %s"
                        .formatted(button.getText(), delivery.notice().kind().title(), deliveries.name(delivery.to())));
    }

    private void done(Runnable what, String words, Runnable changed) {
        try {
            what.run();
            Notices.done(words);
        } catch (GovernanceException refused) {
            Notices.error(String.valueOf(refused.getMessage()));
        }
        changed.run();
        Focus.back();
    }
}
