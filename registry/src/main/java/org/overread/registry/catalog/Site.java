package org.overread.registry.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/** A place of care that models go live at, one by one: a hospital, a clinic, a practice. */
public record Site(String id, String name) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** What is wrong with it; empty when it can be kept. */
    public List<FieldProblem> problems() {
        return new FieldProblems()
                .when(
                        !SLUG.matcher(id).matches(),
                        "id",
                        "must be 1 to 63 lower-case letters, digits or hyphens and begin with a letter or digit")
                .text("name", name, 200)
                .identifiers("name", name, true)
                .list();
    }
}
