/**
 * Which addresses there are. The pages' servlet answers whatever no other does, so what is no page is told apart here.
 * Start at {@link org.overread.web.address.Addresses}.
 */
@NullMarked
package org.overread.web.address;

import org.jspecify.annotations.NullMarked;
