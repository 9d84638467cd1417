/** The cases of two versions out of PostgreSQL. */
@NullMarked
package org.overread.monitoring.comparison.store;

import org.jspecify.annotations.NullMarked;
