/**
 * What this server tells those who watch it, as text for Prometheus. Each {@link org.overread.web.metrics.Source} tells
 * what it knows; none names a patient or a person. Start at {@link org.overread.web.metrics.Exposition}.
 */
@NullMarked
package org.overread.web.metrics;

import org.jspecify.annotations.NullMarked;
