/** Notices by signed calls to other systems. Start at {@link org.overread.monitoring.notify.webhook.Webhooks}. */
@NullMarked
package org.overread.monitoring.notify.webhook;

import org.jspecify.annotations.NullMarked;
