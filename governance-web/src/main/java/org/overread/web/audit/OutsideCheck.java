package org.overread.web.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.audit.anchor.AnchorSettings;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.KeptAnchor;
import org.overread.registry.audit.anchor.Receipt;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Times;

/** What somebody needs to check the trail without this server: where its anchors are, and the key that signs them. */
final class OutsideCheck extends Details {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient Anchors anchors;
    private final transient Actor actor;
    private final Div shown = new Div();

    OutsideCheck(Anchors anchors, Actor actor) {
        super("Check it without this server");
        this.anchors = anchors;
        this.actor = actor;
        var now = new Button("Anchor now", _ -> anchorNow());
        now.setVisible(actor.mayEverywhere(Permission.READ_AUDIT));
        add(new Paragraph("From time to time the number and the hash of the newest entry are signed and put outside the"
                + " database. Whoever changes the trail later cannot change those. The README says under Audit trail how"
                + " to check a copy of the trail against them by hand."));
        add(shown, now);
        show();
    }

    private void anchorNow() {
        anchors.now(actor);
        show();
        Notices.done("The trail is anchored.");
    }

    private void show() {
        shown.removeAll();
        var identity = anchors.identity(actor);
        var facts = new Facts().with("Installation", identity.installation());
        if (identity.publicKey().isEmpty()) {
            shown.add(
                    facts,
                    new Paragraph("Nothing is anchored: there is no key to sign with. " + AnchorSettings.REMEDY));
            return;
        }
        shown.add(facts.with("Public key (Ed25519)", digits(identity.publicKey()))
                .with("Put into", String.join(", ", identity.places())));
        anchors.newest(actor, SHOWN).forEach(anchor -> shown.add(line(anchor)));
    }

    private static Div line(KeptAnchor kept) {
        var about = new Div(
                new Span("Entry " + Numbers.count(kept.anchor().seq()) + ", "),
                Times.of(kept.anchor().at()));
        var receipts = new Div();
        receipts.addClassName("quiet");
        kept.receipts().forEach(receipt -> receipts.add(new Div(words(receipt))));
        return new Div(about, receipts);
    }

    private static Span words(Receipt receipt) {
        return new Span(receipt.place() + ": " + receipt.words());
    }

    private static Span digits(String text) {
        var span = new Span(text);
        span.addClassName("digest");
        return span;
    }
}
