package org.overread.monitoring.notify.wire;

import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.mail.Mailing;
import org.overread.monitoring.notify.webhook.Calling;
import org.overread.monitoring.notify.webhook.Sealing;

/** The real ways out, put together by hand, for tests. */
public final class Outside {
    private Outside() {}

    public static Mailing smtp(Installation installation) {
        var mailing = new SmtpMailing();
        mailing.installation = installation;
        return mailing;
    }

    public static Calling http(Installation installation) {
        var calling = new HttpCalling();
        calling.installation = installation;
        return calling;
    }

    public static Sealing sealing(Installation installation) {
        var sealing = new KeySealing();
        sealing.installation = installation;
        return sealing;
    }
}
