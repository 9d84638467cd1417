package org.overread.monitoring.notify.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.ReceiverBook;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;

/** Where people are written to: at the address set for them, or at their log-in when that is an address. */
@ApplicationScoped
@Transactional
public class Addresses {
    @Inject
    AddressBook book;

    @Inject
    ReceiverBook receivers;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** The address that was set; empty when none was. */
    public Optional<String> known(Actor actor, PersonId person) {
        mayTell(actor, person);
        return book.find(person);
    }

    /**
     * Sets where somebody is written to. An administrator may, and everybody for themselves.
     *
     * @param address null or blank to forget it
     */
    public void set(Actor actor, PersonId person, @Nullable String address) {
        mayTell(actor, person);
        var account = account(person);
        var text = address == null || address.isBlank() ? null : address.strip();
        GovernanceException.refuse(
                "Nobody could be written to there.",
                new FieldProblems()
                        .when(
                                text != null && !MailAddress.valid(text),
                                "address",
                                "must be an e-mail address such as ada@hospital.example")
                        .list());
        book.set(person, text, actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        receivers.keep(Receiver.good(new Destination.Person(person)));
        trail.append(
                actor,
                Deed.of(
                        text == null ? "notice-address.removed" : "notice-address.set",
                        "person",
                        person.toString(),
                        null,
                        (text == null ? "removed the address for notices to " : "set the address for notices to ")
                                + account.name()));
    }

    /** Where this person is written to; empty when nobody knows, or when they have left. */
    Optional<String> of(PersonId person) {
        return accounts.find(person)
                .filter(Account::active)
                .flatMap(account ->
                        book.find(person).or(() -> Optional.of(account.login()).filter(MailAddress::valid)));
    }

    String name(PersonId person) {
        return accounts.find(person).map(Account::name).orElse(person.toString());
    }

    private Account account(PersonId person) {
        return accounts.find(person)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such person"));
    }

    private static void mayTell(Actor actor, PersonId person) {
        if (!actor.id().equals(person.toString())) {
            actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        }
    }
}
