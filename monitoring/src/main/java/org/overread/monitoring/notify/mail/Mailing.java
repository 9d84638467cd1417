package org.overread.monitoring.notify.mail;

import org.overread.monitoring.notify.Answer;

/** Hands a letter to a mail server. */
public interface Mailing {
    /** Tries once, for some seconds at most. Every failure is an answer. */
    Answer send(MailSetting.On server, Letter letter);
}
