package org.overread.monitoring.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.DayWords;
import org.overread.registry.audit.anchor.AnchorPlace;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;

/** A mailbox of anchors, at the address {@code OVERREAD_ANCHOR_MAIL}. */
@ApplicationScoped
class MailedAnchors implements AnchorPlace {
    @Inject
    Installation installation;

    @Inject
    Mailing mailing;

    @Override
    public String name() {
        return "the mailbox of anchors";
    }

    @Override
    public boolean open() {
        return address().isPresent();
    }

    @Override
    public Answer put(SignedAnchor signed) {
        return switch (MailSetting.of(installation.environment())) {
            case MailSetting.Off _ -> new Answer(false, "No mail server is set (OVERREAD_SMTP_HOST).");
            case MailSetting.Broken broken -> new Answer(false, broken.reason() + ".");
            case MailSetting.On server ->
                sent(mailing.send(server, letter(address().orElseThrow(), signed)));
        };
    }

    private Optional<String> address() {
        return Optional.ofNullable(installation.environment().get("OVERREAD_ANCHOR_MAIL"))
                .map(String::strip)
                .filter(MailAddress::valid);
    }

    private static AnchorPlace.Answer sent(org.overread.monitoring.notify.Answer answer) {
        return new AnchorPlace.Answer(
                answer instanceof org.overread.monitoring.notify.Answer.Delivered, answer.words());
    }

    private static Letter letter(String to, SignedAnchor signed) {
        var anchor = signed.anchor();
        return new Letter(
                UUID.randomUUID(), to, "Overread: the audit trail ended at entry " + anchor.seq(), """
                On %s the audit trail of installation %s
                ended at entry %d. Keep this mail: it shows later whether the trail was changed.

                %s
                """.formatted(
                        DayWords.minute(anchor.at()), anchor.installation(), anchor.seq(), AnchorTexts.line(signed)));
    }
}
