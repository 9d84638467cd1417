package org.overread.monitoring.notify.mail;

import java.time.Duration;
import org.overread.monitoring.notify.Answer;

/** Hands a letter to a mail server. */
public interface Mailing {
    /** The longest that one try takes. */
    Duration patience();

    /** Tries once, for no longer than that. Every failure is an answer. */
    Answer send(MailSetting.On server, Letter letter);
}
