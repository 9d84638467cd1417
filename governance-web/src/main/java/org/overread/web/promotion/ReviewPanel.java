package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.review.SignOff.Tally;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** Who has reviewed and who must, and every signature that was given. */
final class ReviewPanel extends Div {
    private static final long serialVersionUID = 1L;

    ReviewPanel(PromotionDossier dossier) {
        var tallies = new UnorderedList();
        tallies.addClassName("plain-list");
        dossier.reviews().forEach(tally -> tallies.add(line(tally)));
        add(tallies);
        if (dossier.signatures().isEmpty()) {
            add(Page.quiet("Nobody has signed yet."));
            return;
        }
        var signatures = new UnorderedList();
        signatures.addClassName("plain-list");
        var evidence = dossier.evidence();
        var covers = evidence == null ? null : Times.told(evidence.covers());
        var source = Sources.frozen(dossier.submission().id());
        dossier.signatures().forEach(line -> signatures.add(new SignatureCard(line, covers, source)));
        add(signatures);
    }

    private static ListItem line(Tally tally) {
        var row = Page.row(
                new Span(tally.role().title()),
                tally.reached() ? new Tag(count(tally), Tone.GOOD) : new Tag(count(tally), Tone.WAITING));
        return new ListItem((Component) row);
    }

    private static String count(Tally tally) {
        return "%d of %d".formatted(tally.signed(), tally.quorum());
    }
}
