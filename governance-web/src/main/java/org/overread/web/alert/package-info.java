/** Alerts on screens: all of them, one, those of a version, and those that wait for a person. */
@NullMarked
package org.overread.web.alert;

import org.jspecify.annotations.NullMarked;
