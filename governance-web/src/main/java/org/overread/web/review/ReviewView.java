package org.overread.web.review;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
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
import org.overread.registry.TimeOrderedIds;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Keys;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Numbers;
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
    private final Rest answers;
    private transient @Nullable CardDetails details;
    private @Nullable Drafts drafts;

    @Inject
    ReviewView(Cards cards, Feedback feedback, CurrentActor current, InstantSource clock) {
        this.cards = cards;
        this.feedback = feedback;
        this.current = current;
        answers = new Rest(clock);
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
            answers.until(shown.card().id());
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
                new Button("Take it back", event -> takeBack(List.of(mine), sentence(List.of(mine)))));
    }

    private void offer(CardDetails shown) {
        var accept = new Button("Accept (A)", event -> accept(shown));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var override = new Button("Override (O)", event -> open(shown, FeedbackKind.OVERRIDDEN));
        var concern = new Button("Safety concern (S)", event -> open(shown, FeedbackKind.SAFETY_CONCERN));
        answers.show(row(
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
        var form = new FeedbackForm(shown, kind, kept, said -> saveAll(shown, said), () -> offer(shown));
        answers.show(form);
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
        saveAll(
                shown,
                List.of(new FeedbackDraft(
                        TimeOrderedIds.next(),
                        shown.card().id(),
                        FeedbackKind.ACCEPTED,
                        null,
                        null,
                        null,
                        false,
                        null)));
    }

    /** An answer to another output than the one on the screen, or to one that was not seen yet, is none. */
    private void saveAll(CardDetails shown, List<FeedbackDraft> said) {
        if (!answers.awakeFor(shown.card().id())) {
            Notices.error("Nothing was saved: look at the output on the screen first.");
            return;
        }
        var saved = said.stream().map(this::save).toList();
        kept().forget();
        var card = saved.getFirst().card();
        var sentence = sentence(saved) + " – " + which(shown);
        Undo.offer("Saved: %s.".formatted(sentence), () -> takeBack(saved, sentence));
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
                ? "overridden, and reported as a safety concern"
                : saved.getFirst().kind().title().toLowerCase(Locale.ROOT);
    }

    private String next(UUID done) {
        return cards.waitingFor(current.person()).stream()
                .map(waiting -> waiting.card().id())
                .filter(id -> !id.equals(done))
                .findFirst()
                .map(ReviewView::address)
                .orElse("");
    }

    /** Says which output is meant, so that a sentence holds after the next one has come. */
    private static String which(CardDetails shown) {
        var prediction = shown.prediction();
        var score = prediction == null || prediction.score() == null ? "" : " " + Numbers.ratio(prediction.score());
        return shown.modelName() + score + ", shown " + Times.text(shown.card().shownAt());
    }

    private void takeBack(List<GivenFeedback> given, String what) {
        var refused = given.stream()
                .map(each -> feedback.withdraw(current.actor(), each.id()))
                .filter(WithdrawalAnswer.Refused.class::isInstance)
                .map(WithdrawalAnswer.Refused.class::cast)
                .findFirst();
        refused.ifPresentOrElse(
                no -> Notices.error(no.reason()),
                () -> Notices.done("Taken back: %s. It no longer counts.".formatted(what)));
        UI.getCurrent().navigate(address(given.getFirst().card()));
    }

    private Drafts kept() {
        return requireNonNull(drafts, "entered before anything is clicked");
    }
}
