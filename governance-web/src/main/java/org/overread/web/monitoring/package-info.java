/**
 * What is known of a version from its predictions: how well it does, for whom, and what was sent. Each is a tab on the
 * version's page; start at {@link org.overread.web.monitoring.SubgroupsTab}.
 */
@NullMarked
package org.overread.web.monitoring;

import org.jspecify.annotations.NullMarked;
