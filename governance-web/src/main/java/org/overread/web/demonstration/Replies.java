package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.AnswerDraft;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingAnswer;
import org.overread.monitoring.feedback.FindingPosition;
import org.overread.monitoring.feedback.Findings;
import org.overread.registry.ModelVersionId;

/**
 * Answers severe findings in the demonstration before their version is asked for. Its owner asks, so its owner only
 * replies; the safety officer decides what came of them.
 */
@ApplicationScoped
public class Replies {
    private static final int AT_A_TIME = 500;

    @Inject
    Findings findings;

    @Inject
    Staff staff;

    /** Answers what waits on the version and was said before. */
    @Transactional
    void give(ModelVersionId version, Instant before) {
        var waiting = waiting(version, null);
        var all = new ArrayList<>(waiting);
        while (waiting.size() == AT_A_TIME) {
            waiting = waiting(version, waiting.getLast().position());
            all.addAll(waiting);
        }
        all.stream()
                .filter(finding -> finding.feedback().at().isBefore(before))
                .forEach(finding -> answer(version, finding));
    }

    private List<Finding> waiting(ModelVersionId version, @Nullable FindingPosition after) {
        return findings.page(staff.actor(Staff.OMAR), version, after, AT_A_TIME).stream()
                .takeWhile(finding -> finding.state().waits())
                .toList();
    }

    private void answer(ModelVersionId version, Finding finding) {
        var id = finding.feedback().id();
        if (finding.concern() && finding.replies().isEmpty()) {
            give(
                    Staff.MAX,
                    id,
                    new AnswerDraft(
                            Disposition.UNDER_INVESTIGATION,
                            null,
                            "Thank you. I go through this case with the safety officer and come back to you."));
        }
        give(Staff.OMAR, id, new AnswerDraft(Disposition.KNOWN_LIMITATION, null, sentence(version, finding)));
    }

    private void give(String login, UUID finding, AnswerDraft draft) {
        if (findings.answer(staff.actor(login), finding, draft) instanceof FindingAnswer.Refused refused) {
            throw new IllegalStateException("the product refused " + refused.reason());
        }
    }

    private static String sentence(ModelVersionId version, Finding finding) {
        if (finding.concern()) {
            return "We went through this case. The score was built on too few patients like this one; until that is"
                    + " better, a second look is taken whatever the score says.";
        }
        return version.model().equals(SepsisRisk.ID)
                ? "You are right. It scores women over seventy too low; the ward is told, and version 2 is trained on many"
                        + " more of them."
                : "You are right. It misses small lesions on thick slices; every scan is read by a radiologist, and the"
                        + " case is in the set the next version is tested on.";
    }
}
