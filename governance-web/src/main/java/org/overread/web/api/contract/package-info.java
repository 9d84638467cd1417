/**
 * The contract for machines as OpenAPI tells it. Paths, parameters and shapes are read from the resources themselves, so
 * that they cannot differ; what code cannot say stands in {@code contract.yaml}. Start at
 * {@link org.overread.web.api.contract.Contract}.
 */
@NullMarked
package org.overread.web.api.contract;

import org.jspecify.annotations.NullMarked;
