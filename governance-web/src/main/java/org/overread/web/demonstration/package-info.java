/**
 * The synthetic hospital of {@code ./overread demo}: nobody in it exists. Start at
 * {@link org.overread.web.demonstration.SyntheticHospital} for what its models say and its clinicians answer, and at
 * {@link org.overread.web.demonstration.DemonstrationHospital} for how that reaches the product.
 */
@NullMarked
package org.overread.web.demonstration;

import org.jspecify.annotations.NullMarked;
