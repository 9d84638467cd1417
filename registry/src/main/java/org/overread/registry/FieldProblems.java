package org.overread.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a draft, so that all of it is told at once. */
public final class FieldProblems {
    private final List<FieldProblem> problems = new ArrayList<>();

    /** A text that must be there and hold at most {@code longest} characters. */
    public FieldProblems text(String field, @Nullable String value, int longest) {
        return present(field, value == null || value.isBlank() ? null : value).optionalText(field, value, longest);
    }

    /** A text that may be missing; when it is there it holds at most {@code longest} characters. */
    public FieldProblems optionalText(String field, @Nullable String value, int longest) {
        if (value == null) {
            return this;
        }
        return when(value.length() > longest, field, "must be at most " + longest + " characters long")
                .when(value.indexOf('\0') >= 0, field, "holds a character that cannot be kept (NUL)");
    }

    /** A value that must be there. */
    public FieldProblems present(String field, @Nullable Object value) {
        return when(value == null, field, "is required");
    }

    /** Notes the problem when the condition holds. */
    public FieldProblems when(boolean wrong, String field, String reason) {
        if (wrong) {
            problems.add(new FieldProblem(field, reason));
        }
        return this;
    }

    public FieldProblems and(List<FieldProblem> others) {
        problems.addAll(others);
        return this;
    }

    public List<FieldProblem> list() {
        return List.copyOf(problems);
    }
}
