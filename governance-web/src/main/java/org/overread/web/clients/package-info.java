/** The machines that may call, for administrators. Start at {@code ApiClientsView}. */
@NullMarked
package org.overread.web.clients;

import org.jspecify.annotations.NullMarked;
