/**
 * What is told outside the product when something happens to an alert. A notice is written with what it tells
 * ({@link org.overread.monitoring.notify.AlertNotices}) and sent afterwards, with retries
 * ({@link org.overread.monitoring.notify.Sending}). How it travels is the matter of a
 * {@link org.overread.monitoring.notify.Channel}.
 *
 * @see "Decision 116: notices outside the product"
 */
@NullMarked
package org.overread.monitoring.notify;

import org.jspecify.annotations.NullMarked;
