package org.overread.monitoring.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.notify.mail.ConcernMail;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * Writes about safety concerns on outputs that nobody knows to those for whom they wait: safety officers whose role has no
 * limits, or who stands in for them. Each is told once; that it was told is in the audit trail, which is also how it is
 * remembered. As long as no mail is taken for anybody it is tried again.
 */
@ApplicationScoped
@Transactional
public class UntracedConcerns {
    static final String TOLD = "concern.mailed";
    private static final Actor.Product PRODUCT = new Actor.Product("concerns");

    @Inject
    FindingBook findings;

    @Inject
    FeedbackLog log;

    @Inject
    Circles circles;

    @Inject
    ConcernMail mail;

    @Inject
    AuditSearch told;

    @Inject
    AuditTrail trail;

    /** The concerns nobody has been written to about; none while mail is not set up. */
    public List<UUID> waiting() {
        return mail.open()
                ? findings.waiting().stream()
                        .filter(place -> place.concern() && place.version() == null)
                        .flatMap(place -> findings.waiting(place, null, Math.toIntExact(place.count())).stream())
                        .filter(UntracedConcerns::untraced)
                        .map(finding -> finding.feedback().id())
                        .filter(feedback -> !told(feedback))
                        .toList()
                : List.of();
    }

    /** Writes to everybody for whom it waits, unless that has been done; whether at least one mail was taken. */
    public boolean tell(UUID feedback) {
        log.lock(feedback);
        var finding = findings.find(feedback).filter(UntracedConcerns::untraced);
        if (finding.isEmpty() || told(feedback)) {
            return false;
        }
        var since = finding.get().feedback().receivedAt();
        long taken = circles.of(finding.get()).people().stream()
                .filter(person -> mail.tell(person, feedback, since))
                .count();
        if (taken > 0) {
            trail.append(
                    PRODUCT,
                    new Deed(
                            TOLD,
                            "feedback",
                            feedback.toString(),
                            null,
                            "wrote to those for whom a concern about an unknown output waits",
                            Map.of("mails", String.valueOf(taken))));
        }
        return taken > 0;
    }

    private static boolean untraced(Finding finding) {
        return finding.concern()
                && finding.version() == null
                && finding.replies().isEmpty();
    }

    private boolean told(UUID feedback) {
        return told.count(PRODUCT, new AuditFilter(null, null, TOLD, null, null, feedback.toString())) > 0;
    }
}
