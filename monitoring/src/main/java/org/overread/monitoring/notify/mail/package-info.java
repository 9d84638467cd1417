/** Notices by mail. Start at {@link org.overread.monitoring.notify.mail.MailChannel}. */
@NullMarked
package org.overread.monitoring.notify.mail;

import org.jspecify.annotations.NullMarked;
