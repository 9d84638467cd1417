/** What models do live, and what clinicians say of it. */
@NullMarked
package org.overread.monitoring;

import org.jspecify.annotations.NullMarked;
