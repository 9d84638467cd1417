/** What came of checks, at rest. */
@NullMarked
package org.overread.registry.audit.check.store;

import org.jspecify.annotations.NullMarked;
