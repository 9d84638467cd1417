/** What is watched of a version, how each check stands, and all versions at a glance. */
@NullMarked
package org.overread.web.plan;

import org.jspecify.annotations.NullMarked;
