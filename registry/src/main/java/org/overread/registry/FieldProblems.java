package org.overread.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.phi.PhiFinding;
import org.overread.registry.phi.PhiScan;

/** Collects what is wrong with the fields of a draft, so that all of it is told at once. */
public final class FieldProblems {
    /** No field takes more; what is longer is refused for its length. */
    private static final int MOST_SCANNED = 100_000;

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

    /**
     * A text that many people read. What surely identifies a patient must go; what may identify one must go or be
     * confirmed. The kind is told and the place, never what stands there.
     *
     * @param confirmed the writer has looked at what was pointed out and says that it identifies no patient; always so
     *     for the name of a thing, in which only what is sure is looked for
     */
    public FieldProblems identifiers(String field, @Nullable String text, boolean confirmed) {
        if (text != null && text.length() <= MOST_SCANNED) {
            PhiScan.findings(text).stream()
                    .filter(finding -> finding.blocks() || !confirmed)
                    .forEach(finding -> when(true, field, seemsToHold(finding)));
        }
        return this;
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

    private static String seemsToHold(PhiFinding finding) {
        return "seems to hold %s at character %d: take it out%s"
                .formatted(
                        finding.kind().title(),
                        finding.start() + 1,
                        finding.blocks() ? "" : " or confirm that it identifies no patient");
    }
}
