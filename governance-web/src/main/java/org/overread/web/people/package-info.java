/** The people of the installation and their roles, for administrators. Start at {@code PeopleView}. */
@NullMarked
package org.overread.web.people;

import org.jspecify.annotations.NullMarked;
