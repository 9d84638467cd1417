package org.overread.registry.phi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;

/** What keeps words that many people read from being saved: what is surely an identifier of a patient. */
public final class Identifiers {
    private Identifiers() {}

    /** Says what kind of identifier is there and where, never which; empty when the words may be saved. */
    public static List<FieldProblem> in(String field, @Nullable String text) {
        if (text == null) {
            return List.of();
        }
        if (text.length() > PhiScan.LONGEST) {
            return List.of(new FieldProblem(field, "must be at most " + PhiScan.LONGEST + " characters long"));
        }
        return PhiScan.findings(text).stream()
                .filter(finding -> finding.action() == PhiKind.Action.BLOCK)
                .map(finding -> new FieldProblem(
                        field,
                        "seems to hold %s at character %d: take it out"
                                .formatted(finding.kind().title(), finding.start() + 1)))
                .toList();
    }
}
