/** Where a clinician reads what a model said and says what they think of it. */
@NullMarked
package org.overread.web.review;

import org.jspecify.annotations.NullMarked;
