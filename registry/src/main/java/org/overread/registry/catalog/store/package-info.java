/** The rows of models, versions, sites and stages. Start at {@code JpaModels}. */
@NullMarked
package org.overread.registry.catalog.store;

import org.jspecify.annotations.NullMarked;
