/**
 * One text for one content: what is digested and signed is written here, with keys in order and nothing optional.
 * Start at {@link org.overread.registry.canonical.CanonicalJson}.
 */
@NullMarked
package org.overread.registry.canonical;

import org.jspecify.annotations.NullMarked;
