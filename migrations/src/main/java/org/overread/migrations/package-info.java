/**
 * Where everything rests: the database's schema as numbered scripts, the roles that use it, and the embedded database.
 * Start at {@link org.overread.migrations.Migrate}.
 */
@NullMarked
package org.overread.migrations;

import org.jspecify.annotations.NullMarked;
