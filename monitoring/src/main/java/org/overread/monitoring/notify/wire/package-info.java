/** How notices look on the wire, and the calls to the outside that carry them. */
@NullMarked
package org.overread.monitoring.notify.wire;

import org.jspecify.annotations.NullMarked;
