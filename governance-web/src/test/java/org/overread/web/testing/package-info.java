/** What the tests of the screens and doors share: a running server, a view without one. */
@NullMarked
package org.overread.web.testing;

import org.jspecify.annotations.NullMarked;
