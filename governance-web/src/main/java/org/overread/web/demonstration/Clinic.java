package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.overread.monitoring.feedback.CardDraft;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackAnswer;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.web.demonstration.Bedside.Opinion;
import org.overread.web.demonstration.Bedside.Shown;
import org.overread.web.demonstration.Timeline.Happening;

/** Shows outputs to the demonstration's clinicians, and lets them say what they think. */
@ApplicationScoped
public class Clinic {
    @Inject
    Cards cards;

    @Inject
    Feedback feedback;

    @Inject
    ModelServer server;

    @Inject
    Staff staff;

    List<Happening> happenings(SyntheticHospital hospital) {
        var happenings = new ArrayList<Happening>();
        for (var shown : new Bedside(hospital).shown()) {
            happenings.add(new Happening(shown.at(), () -> show(shown), true));
            var opinion = shown.opinion();
            if (opinion != null) {
                happenings.add(new Happening(opinion.at(), () -> say(shown, opinion), true));
            }
            if (opinion != null && opinion.takenBack() != null) {
                happenings.add(new Happening(opinion.takenBack(), () -> takeBack(shown, opinion), true));
            }
        }
        return happenings;
    }

    private void show(Shown shown) {
        cards.register(
                server.actor(),
                new CardDraft(
                        shown.card(),
                        shown.version(),
                        shown.prediction().predictionId(),
                        shown.prediction().site(),
                        null,
                        staff.actor(shown.clinician()).personId(),
                        shown.at(),
                        shown.indicator()));
    }

    private void say(Shown shown, Opinion opinion) {
        var answer = feedback.record(
                staff.actor(shown.clinician()),
                new FeedbackDraft(
                        opinion.id(),
                        shown.card(),
                        opinion.kind(),
                        opinion.reason(),
                        null,
                        opinion.comment(),
                        false,
                        opinion.at()));
        if (answer instanceof FeedbackAnswer.Refused refused) {
            throw new IllegalStateException("the product refused " + refused.problems());
        }
    }

    private void takeBack(Shown shown, Opinion opinion) {
        feedback.withdraw(staff.actor(shown.clinician()), opinion.id());
    }
}
