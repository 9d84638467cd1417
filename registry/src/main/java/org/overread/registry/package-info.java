/**
 * Models, their versions, and whether a version may go live.
 *
 * <p>This package holds the few words every feature uses. Start at {@link org.overread.registry.Permission}
 * for who may do what, and at {@link org.overread.registry.Actor} for who is asking.
 */
@NullMarked
package org.overread.registry;

import org.jspecify.annotations.NullMarked;
