package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import org.overread.registry.gate.Evidence;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.Submission;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What the verdict rests on: when it was taken, over which time, from how much feedback, by which digests. */
final class EvidenceFacts extends Div {
    private static final long serialVersionUID = 1L;

    EvidenceFacts(PromotionDossier dossier) {
        var evidence = dossier.evidence();
        if (evidence == null) {
            add(Page.quiet("The evidence can no longer be read."));
            return;
        }
        var submission = dossier.submission();
        add(
                new Facts()
                        .with("Taken", Times.of(evidence.takenAt()))
                        .with("Covers", Times.told(evidence.covers()))
                        .with("Figures", Numbers.count((long) evidence.figures().size()))
                        .with("Feedback it rests on", Numbers.count(evidence.citedFeedback()))
                        .with("Digests", digests(submission)),
                new Anchor(Sources.frozen(submission.id()), "The frozen figures, with those of now beside them"),
                feedback(evidence));
    }

    private static Component digests(Submission submission) {
        return new Div(
                digest("Request", submission.digest().hex()),
                digest("Evidence", submission.evidenceDigest().hex()),
                digest("Policy", submission.policyDigest().hex()),
                digest("Version", submission.versionDigest().hex()));
    }

    private static Component digest(String of, String hex) {
        var line = new Span(of + " " + hex);
        line.addClassName("digest");
        return line;
    }

    private static Component feedback(Evidence evidence) {
        if (evidence.feedbackByReason().isEmpty()) {
            return Page.quiet("No reasons for overrides are counted in it.");
        }
        var table = DataTable.of("Clinicians' overrides by reason; small counts are left out", "Reason", "#Count");
        evidence.feedbackByReason().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(reason -> table.line(words(reason.getKey()), Numbers.count(reason.getValue())));
        return table;
    }

    /** A code such as {@code CLINICALLY_WRONG} as words. */
    private static String words(String code) {
        var words = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
