package org.overread.web.review;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.CardDetails;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.WithdrawalAnswer;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Keys;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("review/:card")
@Needs({Permission.GIVE_FEEDBACK, Permission.READ_FEEDBACK})
@Dependent
class ReviewView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String OPEN = "open";

    private final transient Cards cards;
    private final transient Feedback feedback;
    private final transient CurrentActor current;
    private final Div answers = new Div();
    private transient @Nullable CardDetails details;
    private @Nullable Drafts drafts;

    @Inject
    ReviewView(Cards cards, Feedback feedback, CurrentActor current) {
        this.cards = cards;
        this.feedback = feedback;
        this.current = current;
        answers.addClassName("answers");
    }

    static String address(UUID card) {
        return "review/" + card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = cards.card(current.actor(), card(event));
        details = shown;
        drafts = new Drafts(current.person().personId(), shown.card().id().toString());
        removeAll();
        var output = new OutputPart(shown);
        output.getElement().setAttribute("tabindex", "-1");
        Focus.on(output);
        add(output);
        if (shown.mine() != null) {
            add(said(shown.mine()));
        }
        if (shown.mayGiveFeedback()) {
            add(answers);
            offer(shown);
            broughtBack(shown);
        }
    }

    @Override
    public String getPageTitle() {
        return details == null ? "Review" : details.modelName();
    }

    private static UUID card(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("card").orElse(""));
        } catch (IllegalArgumentException none) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such output.");
        }
    }

    private Component said(GivenFeedback mine) {
        var reason = mine.reason() == null ? "" : " – " + mine.reason().display();
        return section(
                "What you said",
                new Paragraph(mine.kind().title() + reason + ", on " + Times.text(mine.at()) + "."),
                new Button("Take it back", event -> withdraw(mine.id(), mine.card())));
    }

    private void offer(CardDetails shown) {
        var accept = new Button("Accept (A)", event -> accept(shown));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var override = new Button("Override (O)", event -> open(shown, FeedbackKind.OVERRIDDEN));
        var concern = new Button("Safety concern (S)", event -> open(shown, FeedbackKind.SAFETY_CONCERN));
        answers.removeAll();
        answers.add(row(
                Keys.press(accept, "a"), Keys.press(override, "o"), Keys.press(concern, "s"), Keys.list(keys(shown))));
    }

    private static Map<String, String> keys(CardDetails shown) {
        var keys = new LinkedHashMap<String, String>();
        keys.put("A", "Accept the output");
        keys.put("O", "Override it");
        keys.put("1 to " + shown.reasons().size(), "Choose the reason of an override");
        keys.put("S", "Report a safety concern");
        keys.put("Ctrl+Enter", "Save");
        keys.put("U", "Undo, for ten seconds after saving");
        keys.put("?", "List these keys");
        return keys;
    }

    private void open(CardDetails shown, FeedbackKind kind) {
        var kept = kept();
        kept.note(OPEN, kind.name());
        var form = new FeedbackForm(shown, kind, kept, this::saveAll, () -> offer(shown));
        answers.removeAll();
        answers.add(form);
        form.begin();
    }

    /** Opens the form again that was open before the page was reloaded; the form brings back what was in it. */
    private void broughtBack(CardDetails shown) {
        kept().bringBack(
                        UI.getCurrent(),
                        OPEN,
                        name -> Arrays.stream(FeedbackKind.values())
                                .filter(kind -> kind.name().equals(name) && kind != FeedbackKind.ACCEPTED)
                                .findFirst()
                                .ifPresent(kind -> open(shown, kind)));
    }

    private void accept(CardDetails shown) {
        saveAll(List.of(new FeedbackDraft(
                UUID.randomUUID(), shown.card().id(), FeedbackKind.ACCEPTED, null, null, null, false, null)));
    }

    private void saveAll(List<FeedbackDraft> said) {
        var saved = said.stream().map(this::save).toList();
        kept().forget();
        var card = saved.getFirst().card();
        Undo.offer(sentence(saved), () -> saved.forEach(given -> withdraw(given.id(), card)));
        UI.getCurrent().navigate(next(card));
    }

    private GivenFeedback save(FeedbackDraft draft) {
        return switch (feedback.record(current.actor(), draft)) {
            case FeedbackAnswer.Recorded recorded -> recorded.feedback();
            case FeedbackAnswer.Refused refused ->
                throw new GovernanceException(ErrorCode.INVALID, "This cannot be saved as it is.", refused.problems());
        };
    }

    private static String sentence(List<GivenFeedback> saved) {
        return saved.size() > 1
                ? "Saved: overridden, and reported as a safety concern."
                : "Saved: " + saved.getFirst().kind().title().toLowerCase(Locale.ROOT) + ".";
    }

    private String next(UUID done) {
        return cards.waitingFor(current.person()).stream()
                .map(waiting -> waiting.card().id())
                .filter(id -> !id.equals(done))
                .findFirst()
                .map(ReviewView::address)
                .orElse("");
    }

    private void withdraw(UUID given, UUID card) {
        switch (feedback.withdraw(current.actor(), given)) {
            case WithdrawalAnswer.Withdrawn withdrawn -> Notices.done("Taken back: it no longer counts.");
            case WithdrawalAnswer.Refused refused -> Notices.error(refused.reason());
        }
        UI.getCurrent().navigate(address(card));
    }

    private Drafts kept() {
        return requireNonNull(drafts, "entered before anything is clicked");
    }
}
