/**
 * What the product does by itself: after the start ({@link org.overread.web.schedule.Preparations}) and from time to
 * time. It calls services and decides nothing.
 */
@NullMarked
package org.overread.web.schedule;

import org.jspecify.annotations.NullMarked;
