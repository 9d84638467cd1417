package org.overread.monitoring.prediction;

/**
 * Why one line of a body was refused, and what would be right. It never repeats what the line said.
 *
 * @param line counted from 1, as a text editor counts; the header of a CSV is line 1
 * @param field the field's name as in the JSON form, such as {@code score} or {@code subgroups.sex}
 */
public record LineProblem(long line, String field, String reason) {}
