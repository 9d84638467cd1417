/** What the stores of all features share. Start at {@link org.overread.monitoring.store.Database}. */
@NullMarked
package org.overread.monitoring.store;

import org.jspecify.annotations.NullMarked;
