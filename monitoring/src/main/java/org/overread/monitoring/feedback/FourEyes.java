package org.overread.monitoring.feedback;

import java.util.List;
import java.util.Optional;
import org.overread.monitoring.feedback.FindingAnswer.Refused;
import org.overread.monitoring.feedback.FindingAnswer.Rule;
import org.overread.registry.PairOfEyes;

/**
 * Who may end the waiting for an answer: neither who gave the feedback, nor who asks for the version that it holds back,
 * nor a person behind a machine that did either. They may reply; the finding then stays as it is.
 *
 * @param givers the eyes of whoever gave the feedback, and of whoever sent it
 * @param askers the eyes of those whose request for the version is held back or not decided yet
 * @see "monitoring/docs/decisions/135-who-clears-a-finding.md"
 */
record FourEyes(List<PairOfEyes> givers, List<PairOfEyes> askers) {
    FourEyes {
        givers = List.copyOf(givers);
        askers = List.copyOf(askers);
    }

    /** Why this person may not decide; empty when they may. */
    Optional<Refused> against(String person) {
        if (givers.stream().anyMatch(eyes -> eyes.include(person))) {
            return Optional.of(new Refused(
                    Rule.OWN_FEEDBACK,
                    "You gave this feedback, or a machine you let in sent it, so another person decides. You can send"
                            + " your words as a reply."));
        }
        return askers.stream()
                .filter(eyes -> eyes.include(person))
                .findFirst()
                .map(eyes -> new Refused(
                        Rule.OWN_REQUEST,
                        (eyes.actor().equals(person) ? "You have asked" : "A machine that you let in has asked")
                                + " for this version to be promoted, so another person decides what this finding means"
                                + " for it. You can send your words as a reply, which leaves it open."));
    }
}
