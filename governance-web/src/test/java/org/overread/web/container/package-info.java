/** What can only be seen from inside the server: transactions, several persistence units, proxies. */
@NullMarked
package org.overread.web.container;

import org.jspecify.annotations.NullMarked;
