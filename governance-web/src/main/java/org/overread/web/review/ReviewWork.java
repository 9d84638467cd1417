package org.overread.web.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.WaitingCard;
import org.overread.registry.Actor;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;
import org.overread.web.shell.NavigationCount;
import org.overread.web.shell.Numbers;

/** Outputs that wait for a clinician's word. */
@ApplicationScoped
class ReviewWork implements WaitingWork {
    @Inject
    Cards cards;

    @Override
    public String heading() {
        return "Outputs to review";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return first(person, Cards.LISTED);
    }

    @Override
    public long count(Actor.Person person) {
        return cards.waitingCount(person, NavigationCount.MANY + 1);
    }

    @Override
    public String firstAre() {
        return "newest";
    }

    @Override
    public List<Waiting> first(Actor.Person person, int most) {
        return cards.waitingFor(person, most).stream()
                .map(waiting -> new Waiting(
                        sentence(waiting),
                        ReviewView.address(waiting.card().id()),
                        waiting.card().shownAt()))
                .toList();
    }

    private static String sentence(WaitingCard waiting) {
        var site = waiting.card().site();
        return waiting.modelName()
                + ": "
                + (waiting.score() == null
                        ? waiting.kind().title().toLowerCase(java.util.Locale.ROOT)
                        : Numbers.ratio(waiting.score()))
                + (site == null ? "" : ", " + site);
    }
}
