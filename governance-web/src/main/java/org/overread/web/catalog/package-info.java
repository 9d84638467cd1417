/**
 * The screens of models and their versions. Start at {@link org.overread.web.catalog.VersionTab} for how a feature puts
 * a tab of its own onto the page of a version.
 */
@NullMarked
package org.overread.web.catalog;

import org.jspecify.annotations.NullMarked;
