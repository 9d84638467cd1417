/**
 * Everything on record about one promotion, told to those who were not there. Start at
 * {@link org.overread.reports.dossier.Dossier}.
 */
@NullMarked
package org.overread.reports.dossier;

import org.jspecify.annotations.NullMarked;
