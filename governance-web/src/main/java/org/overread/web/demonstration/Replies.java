package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.Findings;
import org.overread.registry.ModelVersionId;

/** Answers severe findings in the demonstration, before their version is asked for. */
@ApplicationScoped
public class Replies {
    @Inject
    Findings findings;

    @Inject
    Staff staff;

    /** Answers what is open of the version and was said before. */
    void give(ModelVersionId version, Instant before) {
        var owner = staff.actor(Staff.MAX);
        findings.of(owner, version).stream()
                .filter(Finding::open)
                .filter(finding -> finding.feedback().at().isBefore(before))
                .forEach(finding -> findings.answer(owner, finding.feedback().id(), sentence(version, finding)));
    }

    private static String sentence(ModelVersionId version, Finding finding) {
        if (finding.feedback().kind() == FeedbackKind.SAFETY_CONCERN) {
            return "Thank you: we went through this case with the safety officer. The score was built on too few"
                    + " patients like this one.";
        }
        return version.model().equals(SepsisRisk.ID)
                ? "You are right. Low scores of women over seventy are being looked into; version 2 is trained on many"
                        + " more of them."
                : "You are right. The case is in the set the next version is tested on.";
    }
}
