/**
 * A window of data in figures that can be added up: what a feature's values looked like, in counts.
 */
@NullMarked
package org.overread.monitoring.profile;

import org.jspecify.annotations.NullMarked;
