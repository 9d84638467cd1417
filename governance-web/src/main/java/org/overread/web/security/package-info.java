/**
 * Who is asking: the sign-in page, the session of a person, the token of a machine.
 * Start at {@link org.overread.web.security.Entrance}.
 */
@NullMarked
package org.overread.web.security;

import org.jspecify.annotations.NullMarked;
