/** What the database remembers of anchors. */
@NullMarked
package org.overread.registry.audit.anchor.store;

import org.jspecify.annotations.NullMarked;
