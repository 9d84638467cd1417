/**
 * What models exist, their frozen versions, and which version was live where and when. Start at
 * {@link org.overread.registry.catalog.RegisteredModel} for what is known of a model, and at
 * {@link org.overread.registry.catalog.StageHistory} for which version is live.
 */
@NullMarked
package org.overread.registry.catalog;

import org.jspecify.annotations.NullMarked;
