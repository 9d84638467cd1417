/**
 * The screens of policies and promotions: what the committee demands, who asks, what the gate says, who signs. Start at
 * the page of one request, {@code PromotionView}.
 */
@NullMarked
package org.overread.web.promotion;

import org.jspecify.annotations.NullMarked;
