/**
 * Who must sign, what a signature means and what it covers. It knows nothing of what is being signed: that comes in as
 * digests. Start at {@link org.overread.registry.review.SignOff} for the rules and at
 * {@link org.overread.registry.review.Signature} for what they leave behind.
 */
@NullMarked
package org.overread.registry.review;

import org.jspecify.annotations.NullMarked;
