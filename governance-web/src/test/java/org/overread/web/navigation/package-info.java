/** A view with a number beside its entry in the navigation, apart from all others: its layout is found by the package. */
@NullMarked
package org.overread.web.navigation;

import org.jspecify.annotations.NullMarked;
