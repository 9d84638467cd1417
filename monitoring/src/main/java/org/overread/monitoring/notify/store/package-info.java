/** Notices, their deliveries, webhooks and addresses in PostgreSQL. */
@NullMarked
package org.overread.monitoring.notify.store;

import org.jspecify.annotations.NullMarked;
