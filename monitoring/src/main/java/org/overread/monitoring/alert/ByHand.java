package org.overread.monitoring.alert;

import java.util.List;
import org.overread.monitoring.check.CheckKind;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.PairOfEyes;
import org.overread.registry.Written;

/**
 * Which alerts somebody may say are over. What waits for an answer to a clinician ends with that answer; and nobody takes
 * an alert out of the way of what they ask for themselves.
 */
final class ByHand {
    private static final int LONGEST = 4_000;

    private ByHand() {}

    /**
     * Lets those pass who may.
     *
     * @param askers the eyes of those whose request for the version is held back or not decided yet
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} and the reason
     */
    static void mayResolve(AlertFile alert, Actor actor, List<PairOfEyes> askers) {
        if (alert.kind() == CheckKind.CONCERN) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, "This alert ends when what the clinician said is answered: answer it there.");
        }
        if (askers.stream().anyMatch(eyes -> eyes.include(actor.id()))) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT,
                    "You have asked for this version to be promoted, or a machine you let in has, so another person says"
                            + " that this is over. You can acknowledge it and comment.");
        }
    }

    /**
     * Lets words pass that can be kept.
     *
     * @param needed whether there must be some
     */
    static void mustSay(Written<String> words, boolean needed) {
        var text = words.what();
        GovernanceException.refuse(
                "Say it in words.",
                (needed
                                ? new FieldProblems().text("text", text, LONGEST)
                                : new FieldProblems().optionalText("text", text, LONGEST))
                        .identifiers("text", text, words.noIdentifiersConfirmed())
                        .list());
    }
}
