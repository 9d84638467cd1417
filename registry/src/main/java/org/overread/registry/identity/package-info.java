/**
 * Who people and machines are and what they may do. Start at {@link org.overread.registry.identity.SignIn} for how a
 * person gets in, and at {@link org.overread.registry.identity.People} for how they are given roles.
 */
@NullMarked
package org.overread.registry.identity;

import org.jspecify.annotations.NullMarked;
