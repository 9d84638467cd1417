/**
 * What a version is checked for, and how each check stands. Every source of checks is a CDI bean of the type {@link
 * org.overread.monitoring.check.CheckSource}; none of them knows of alerts.
 */
@NullMarked
package org.overread.monitoring.check;

import org.jspecify.annotations.NullMarked;
