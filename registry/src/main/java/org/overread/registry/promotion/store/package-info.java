/** Keeps policies and the files of promotion requests in PostgreSQL, in tables that refuse every change. */
@NullMarked
package org.overread.registry.promotion.store;

import org.jspecify.annotations.NullMarked;
