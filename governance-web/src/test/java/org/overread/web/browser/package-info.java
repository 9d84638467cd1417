/**
 * Whole journeys of people through the screens, in a real browser against the running product. Screens are named as
 * people name them; each that is visited is held against WCAG 2.2 AA, in light and in dark.
 */
@NullMarked
package org.overread.web.browser;

import org.jspecify.annotations.NullMarked;
