package org.overread.registry;

/** What is wrong with one field, and what would be right. */
public record FieldProblem(String field, String reason) {}
