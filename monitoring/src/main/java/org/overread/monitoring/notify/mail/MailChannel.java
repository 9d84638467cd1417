package org.overread.monitoring.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.notify.AlsoTold;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Channel;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.NoticeKind;
import org.overread.registry.PersonId;

/**
 * Writes to owner and deputy of an alert, and to everybody else whom what a clinician said waits for; of a date that
 * nears, only to who must answer.
 */
@ApplicationScoped
class MailChannel implements Channel {
    @Inject
    Installation installation;

    @Inject
    Addresses addresses;

    @Inject
    Mailing mailing;

    @Inject
    AlsoTold others;

    @Override
    public List<Destination> receivers(NoticeKind kind, AlertFile alert, String by) {
        return switch (MailSetting.of(installation.environment())) {
            case MailSetting.Off _, MailSetting.Broken _ -> List.of();
            case MailSetting.On _ ->
                (kind == NoticeKind.DUE ? Stream.of(alert.answerer()) : everybody(alert))
                        .filter(person -> !person.toString().equals(by))
                        .distinct()
                        .<Destination>map(Destination.Person::new)
                        .toList();
        };
    }

    private Stream<PersonId> everybody(AlertFile alert) {
        return Stream.concat(Stream.of(alert.owner(), alert.deputy()), others.of(alert).stream());
    }

    @Override
    public boolean leadsTo(Destination to) {
        return to instanceof Destination.Person;
    }

    @Override
    public boolean open(Destination to) {
        return true;
    }

    @Override
    public String name(Destination to) {
        return to instanceof Destination.Person person ? addresses.name(person.id()) : to.key();
    }

    @Override
    public Lane lane() {
        return new Lane("mail", 4);
    }

    @Override
    public Duration patience() {
        return mailing.patience();
    }

    @Override
    public Supplier<Answer> attempt(Delivery delivery) {
        return switch (MailSetting.of(installation.environment())) {
            case MailSetting.Off _ -> () -> new Answer.Later("No mail server is set (OVERREAD_SMTP_HOST).");
            case MailSetting.Broken broken -> () -> new Answer.Later(broken.reason() + ".");
            case MailSetting.On server -> attempt(server, delivery);
        };
    }

    private Supplier<Answer> attempt(MailSetting.On server, Delivery delivery) {
        if (!(delivery.to() instanceof Destination.Person person)) {
            throw new IllegalArgumentException(delivery.to().key() + " is not written to");
        }
        var alert = delivery.notice().alert();
        // a clinical owner may not open alerts; For you begins with what clinicians said
        var link = installation.page(
                alert == null || delivery.notice().kind() == NoticeKind.CONCERN ? "" : "alerts/" + alert.id());
        return addresses
                .of(person.id())
                .map(address -> Letter.of(delivery.id(), address, delivery.notice(), link))
                .<Supplier<Answer>>map(letter -> () -> mailing.send(server, letter))
                .orElseGet(
                        () -> () -> new Answer.Never(
                                "No address is known. Set one on the page of this person under People, then have it tried again."));
    }
}
