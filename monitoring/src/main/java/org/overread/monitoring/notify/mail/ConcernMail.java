package org.overread.monitoring.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Installation;
import org.overread.registry.DayWords;
import org.overread.registry.PersonId;

/**
 * Writes to single people that a clinician fears harm from an output that is not known here: there is no version whose
 * alert could tell of it. Like every mail it says nothing of what was told.
 */
@ApplicationScoped
public class ConcernMail {
    @Inject
    Installation installation;

    @Inject
    Mailing mailing;

    @Inject
    Addresses addresses;

    /** Whether mail is set up. */
    public boolean open() {
        return MailSetting.of(installation.environment()) instanceof MailSetting.On;
    }

    /**
     * Tries once.
     *
     * @param since when it was told
     * @return whether the mail server has taken it
     */
    public boolean tell(PersonId person, UUID feedback, Instant since) {
        return MailSetting.of(installation.environment()) instanceof MailSetting.On server
                && addresses
                        .of(person)
                        .map(address -> mailing.send(server, letter(address, person, feedback, since)))
                        .filter(Answer.Delivered.class::isInstance)
                        .isPresent();
    }

    private Letter letter(String to, PersonId person, UUID feedback, Instant since) {
        var id = UUID.nameUUIDFromBytes((feedback + " " + person).getBytes(StandardCharsets.UTF_8));
        return new Letter(id, to, "Overread: a clinician's concern about an unknown output", """
                A clinician has called an output harmful; it has been waiting for an answer since %s.

                The output is not known here, so nobody can say of which model it is. Find out which system showed it, and
                answer the clinician.
                %s
                What was told is shown to those who sign in. This mail holds no patient data.
                """.formatted(
                        DayWords.minute(since),
                        installation
                                .page("")
                                .map(address -> "Read it at: " + address)
                                .orElse("Read it in Overread under For you.")));
    }
}
