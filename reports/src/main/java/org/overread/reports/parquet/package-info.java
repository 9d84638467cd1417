/**
 * Tables as Apache Parquet files, the form in which typed columns are handed to data scientists. Start at
 * {@link org.overread.reports.parquet.ParquetWriter}.
 */
@NullMarked
package org.overread.reports.parquet;

import org.jspecify.annotations.NullMarked;
