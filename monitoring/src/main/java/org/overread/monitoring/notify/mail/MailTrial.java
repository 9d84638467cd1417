package org.overread.monitoring.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.transaction.ShortTransaction;

/** Tells an administrator whether mail works, by sending one at once. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class MailTrial {
    @Inject
    Installation installation;

    @Inject
    Mailing mailing;

    @Inject
    AuditTrail trail;

    @Inject
    ShortTransaction transaction;

    /** How mail is sent, or why it is not. */
    public MailSetting setting(Actor actor) {
        transaction.run(() -> actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS));
        return MailSetting.of(installation.environment());
    }

    /** Sends a mail to that address and tells what came of it. */
    public Answer send(Actor actor, String address) {
        transaction.run(() -> actor.mustBeAllowedEverywhere(Permission.MANAGE_CONNECTIONS));
        GovernanceException.refuse(
                "Nobody could be written to there.",
                new FieldProblems()
                        .when(
                                !MailAddress.valid(address.strip()),
                                "address",
                                "must be an e-mail address such as ada@hospital.example")
                        .list());
        return switch (MailSetting.of(installation.environment())) {
            case MailSetting.Off _ ->
                throw new GovernanceException(
                        ErrorCode.CONFLICT,
                        "No mail server is set. Set OVERREAD_SMTP_HOST and OVERREAD_SMTP_FROM first");
            case MailSetting.Broken broken -> throw new GovernanceException(ErrorCode.CONFLICT, broken.reason());
            case MailSetting.On server -> send(actor, server, address.strip());
        };
    }

    private Answer send(Actor actor, MailSetting.On server, String address) {
        var answer = mailing.send(server, Letter.test(UUID.randomUUID(), address));
        var deed = Deed.of(
                "mail.tested",
                "installation",
                "mail",
                null,
                answer instanceof Answer.Delivered
                        ? "sent a test mail, which the mail server took"
                        : "sent a test mail, which the mail server did not take");
        transaction.run(() -> trail.append(actor, deed));
        return answer;
    }
}
