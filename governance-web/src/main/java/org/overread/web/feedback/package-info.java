/** What a clinician has said so far, and what became of it. */
@NullMarked
package org.overread.web.feedback;

import org.jspecify.annotations.NullMarked;
