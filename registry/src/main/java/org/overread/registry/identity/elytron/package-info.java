/** Hashes passwords with the library the server brings along. */
@NullMarked
package org.overread.registry.identity.elytron;

import org.jspecify.annotations.NullMarked;
