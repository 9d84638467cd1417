package org.overread.monitoring.notify.mail;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.check.BreakNews;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;

/** Writes to compliance staff at once when the audit trail is broken, if mail is set up. */
@ApplicationScoped
class MailedBreaks implements BreakNews {
    private static final Logger LOG = Logger.getLogger(MailedBreaks.class.getName());

    @Inject
    Installation installation;

    @Inject
    Mailing mailing;

    @Inject
    Accounts accounts;

    @Inject
    Addresses addresses;

    @Override
    public void tell(TrailCheck check) {
        switch (MailSetting.of(installation.environment())) {
            case MailSetting.Off _, MailSetting.Broken _ -> {}
            case MailSetting.On server ->
                accounts.withRole(Role.COMPLIANCE).stream()
                        .flatMap(account ->
                                letter(account, check.seenBy(AuditReach.ofGrants(account.grants()))).stream())
                        .map(letter -> mailing.send(server, letter))
                        .filter(answer -> !(answer instanceof Answer.Delivered))
                        .forEach(answer -> LOG.warning(
                                "Compliance could not be written to about the audit trail: " + answer.words()));
        }
    }

    private Optional<Letter> letter(Account account, TrailCheck seen) {
        return seen.broken() ? addresses.of(account.id()).map(to -> letter(to, seen)) : Optional.empty();
    }

    private Letter letter(String to, TrailCheck check) {
        return new Letter(UUID.randomUUID(), to, "Overread: the audit trail is broken", """
                The audit trail is not as it was written, or does not agree with what is on record:

                %s

                Keep a copy of the database as it is now, and tell whoever answers for it.
                %s
                """.formatted(
                        check.faults().stream().map(fault -> "- " + fault + ".").collect(joining("\n")),
                        installation
                                .page("audit")
                                .map(address -> "Read more at: " + address)
                                .orElse("Read more in Overread under Audit trail.")));
    }
}
