/**
 * How the bodies of requests come in, at every address: none of them holds a thread, a place or a connection for longer
 * than its sender gets on with it. Begin with {@link org.overread.web.body.PacedBodies}.
 */
@NullMarked
package org.overread.web.body;

import org.jspecify.annotations.NullMarked;
