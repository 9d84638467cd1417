package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackState;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Times;

/** One piece of feedback as its giver sees it: what they said, on what, how far it has come, and what came of it. */
final class GivenPart extends ListItem {
    private static final long serialVersionUID = 1L;

    GivenPart(MyFeedback mine, Runnable withdrawing) {
        addClassName("given");
        add(said(mine), about(mine));
        var given = mine.feedback();
        if (given.comment() != null) {
            add(new Paragraph("“" + given.comment() + "”"));
        }
        if (given.actionInstead() != null) {
            add(Page.quiet("Done instead: " + given.actionInstead()));
        }
        add(state(mine));
        mine.replies().forEach(reply -> {
            var answer = new Paragraph(reply);
            answer.addClassName("reply");
            add(answer);
        });
        if (mine.withdrawable()) {
            var withdraw = new Button("Take it back", event -> withdrawing.run());
            withdraw.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add(withdraw);
        }
    }

    private static Div said(MyFeedback mine) {
        var given = mine.feedback();
        var words = new Span(given.kind().title()
                + (given.reason() == null ? "" : ": " + given.reason().display()));
        words.addClassName("what");
        return Page.row(words, Times.of(given.at()));
    }

    private static Paragraph about(MyFeedback mine) {
        var card = mine.card();
        if (card == null || mine.modelName() == null) {
            return Page.quiet("The output it is about is not known to Overread yet; it counts once it is.");
        }
        var words = Page.quiet("On ");
        words.add(new Anchor("review/" + card.id(), output(card, mine.modelName())));
        return words;
    }

    private static String output(Card card, String modelName) {
        return "%s, version %d%s, shown %s"
                .formatted(
                        modelName,
                        card.version().version(),
                        card.site() == null ? "" : " at " + card.site(),
                        Times.text(card.shownAt()));
    }

    private static Component state(MyFeedback mine) {
        return mine.state() == FeedbackState.WITHDRAWN
                ? new Tag("Taken back: it no longer counts", Tag.Tone.PLAIN)
                : new Steps(mine.state());
    }
}
