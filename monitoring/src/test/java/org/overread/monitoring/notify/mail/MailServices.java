package org.overread.monitoring.notify.mail;

import java.time.InstantSource;
import java.util.List;
import org.overread.monitoring.notify.AlsoTold;
import org.overread.monitoring.notify.Channel;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.ReceiverBook;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.anchor.AnchorPlace;
import org.overread.registry.audit.check.BreakNews;
import org.overread.registry.identity.Accounts;
import org.overread.registry.transaction.ShortTransaction;

/** The services put together by hand, for tests. */
public final class MailServices {
    private MailServices() {}

    /** One that only looks up. */
    public static Addresses addresses(AddressBook book, Accounts accounts, AuditTrail trail, InstantSource clock) {
        var addresses = new Addresses();
        addresses.book = book;
        addresses.accounts = accounts;
        addresses.trail = trail;
        addresses.clock = clock;
        return addresses;
    }

    public static Addresses addresses(
            AddressBook book, ReceiverBook receivers, Accounts accounts, AuditTrail trail, InstantSource clock) {
        var addresses = addresses(book, accounts, trail, clock);
        addresses.receivers = receivers;
        return addresses;
    }

    public static Channel channel(Installation installation, Addresses addresses, Mailing mailing) {
        return channel(installation, addresses, mailing, alert -> List.of());
    }

    /** One that tells others, too. */
    public static Channel channel(Installation installation, Addresses addresses, Mailing mailing, AlsoTold others) {
        var channel = new MailChannel();
        channel.installation = installation;
        channel.addresses = addresses;
        channel.mailing = mailing;
        channel.others = others;
        return channel;
    }

    public static MailTrial trial(Installation installation, Mailing mailing, AuditTrail trail) {
        var trial = new MailTrial();
        trial.installation = installation;
        trial.mailing = mailing;
        trial.trail = trail;
        trial.transaction = new ShortTransaction();
        return trial;
    }

    public static AnchorPlace anchors(Installation installation, Mailing mailing) {
        var anchors = new MailedAnchors();
        anchors.installation = installation;
        anchors.mailing = mailing;
        return anchors;
    }

    public static ConcernMail concerns(Installation installation, Mailing mailing, Addresses addresses) {
        var mail = new ConcernMail();
        mail.installation = installation;
        mail.mailing = mailing;
        mail.addresses = addresses;
        return mail;
    }

    public static BreakNews breaks(Installation installation, Mailing mailing, Accounts accounts, Addresses addresses) {
        var breaks = new MailedBreaks();
        breaks.installation = installation;
        breaks.mailing = mailing;
        breaks.accounts = accounts;
        breaks.addresses = addresses;
        return breaks;
    }
}
