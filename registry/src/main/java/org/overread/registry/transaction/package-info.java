/** Transactions that are begun by hand, for work that must not hold one all the time. */
@NullMarked
package org.overread.registry.transaction;

import org.jspecify.annotations.NullMarked;
