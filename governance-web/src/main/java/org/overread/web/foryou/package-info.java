/** What waits for the person who signed in. */
@NullMarked
package org.overread.web.foryou;

import org.jspecify.annotations.NullMarked;
