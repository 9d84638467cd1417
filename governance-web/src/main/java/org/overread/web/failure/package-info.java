/** What an exception means to whoever asked, found in one place. */
@NullMarked
package org.overread.web.failure;

import org.jspecify.annotations.NullMarked;
