/**
 * What the installation is connected with outside: mail and webhooks, and what became of what was sent. Start at {@code
 * ConnectionsView}.
 */
@NullMarked
package org.overread.web.connections;

import org.jspecify.annotations.NullMarked;
