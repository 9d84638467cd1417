/** What tests of every module share: a migrated database to store in, and stand-ins for what is outside. */
@NullMarked
package org.overread.registry.testing;

import org.jspecify.annotations.NullMarked;
