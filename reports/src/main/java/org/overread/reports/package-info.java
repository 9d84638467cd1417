/** How it is told: dossiers, documents, workbooks. */
@NullMarked
package org.overread.reports;

import org.jspecify.annotations.NullMarked;
