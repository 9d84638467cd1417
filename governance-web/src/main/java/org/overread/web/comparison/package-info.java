/** Two versions beside each other on the page of a version. */
@NullMarked
package org.overread.web.comparison;

import org.jspecify.annotations.NullMarked;
