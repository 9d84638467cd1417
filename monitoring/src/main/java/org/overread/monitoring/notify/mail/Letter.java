package org.overread.monitoring.notify.mail;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.notify.Notice;
import org.overread.registry.DayWords;

/**
 * A mail. It tells that an alert exists, of which version, until when, and where to read it: never what was found, since
 * a mail is read where nobody has signed in.
 *
 * @param id stays the same when it is sent again
 */
public record Letter(UUID id, String to, String subject, String text) {
    static Letter of(UUID id, String to, Notice notice, Optional<URI> link) {
        var about = notice.alert();
        return about == null ? test(id, to) : about(id, to, notice, about, link);
    }

    /** A mail that tells only that mail works. */
    static Letter test(UUID id, String to) {
        return new Letter(
                id,
                to,
                "Overread: a test",
                "This is a test of the mail that Overread sends when an alert needs an answer.\n");
    }

    private static Letter about(UUID id, String to, Notice notice, Notice.About about, Optional<URI> link) {
        var version = "%s, version %d"
                .formatted(about.version().model(), about.version().version());
        return new Letter(id, to, "Overread: %s (%s)".formatted(first(notice), version), """
                %s.

                Model:      %s
                Severity:   %s
                Answer due: %s
                %s
                What was found is shown to those who sign in. This mail holds no patient data.
                """.formatted(
                sentence(notice),
                version,
                about.severity().title().toLowerCase(Locale.ROOT),
                DayWords.minute(about.due()),
                link.map(address -> "Read it at: " + address + "\n").orElse("Read it in Overread under For you.\n")));
    }

    private static String first(Notice notice) {
        return notice.kind().title().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Notice notice) {
        var at = DayWords.minute(notice.at());
        return switch (notice.kind()) {
            case RAISED -> "An alert was raised on " + at;
            case CONCERN ->
                "A clinician has called an output harmful or wrong; it has been waiting for an answer since " + at;
            case WORSENED -> "An alert has become more severe on " + at;
            case DUE -> "An alert waits for your answer, which falls due within a day";
            case ESCALATED ->
                "Nobody had answered an alert when the answer was due; it was passed to the deputy on " + at;
            case RESOLVED -> "An alert was resolved on " + at;
            case TEST -> "This is a test";
        };
    }
}
