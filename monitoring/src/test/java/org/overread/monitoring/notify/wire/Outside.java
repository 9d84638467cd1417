package org.overread.monitoring.notify.wire;

import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.mail.Mailing;
import org.overread.monitoring.notify.webhook.Calling;
import org.overread.monitoring.notify.webhook.Sealing;

/** The real ways out, put together by hand, for tests. */
public final class Outside {
    private Outside() {}

    public static Mailing smtp() {
        return new SmtpMailing();
    }

    public static Calling http() {
        return new HttpCalling();
    }

    public static Sealing sealing(Installation installation) {
        var sealing = new KeySealing();
        sealing.installation = installation;
        return sealing;
    }
}
