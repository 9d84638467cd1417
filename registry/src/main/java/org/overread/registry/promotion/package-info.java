/**
 * A request to bring a version to its next stage, from the first check to the stage being entered.
 *
 * <p>Start at {@link org.overread.registry.promotion.PromotionRequest} for a request's life, at
 * {@link org.overread.registry.promotion.Promotions} and {@link org.overread.registry.promotion.Reviews} for what people
 * do with it, and at {@link org.overread.registry.promotion.Releases} for the only way into a stage.
 */
@NullMarked
package org.overread.registry.promotion;

import org.jspecify.annotations.NullMarked;
