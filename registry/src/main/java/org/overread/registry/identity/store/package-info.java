/** The rows of people, their roles, failed attempts and API clients. Start at {@code JpaAccounts}. */
@NullMarked
package org.overread.registry.identity.store;

import org.jspecify.annotations.NullMarked;
