package org.overread.registry.phi;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what looks like a patient's identifier in free text, before it is saved and before it leaves the product. It
 * knows forms, not people: no finding does not mean that nobody can be recognised.
 */
public final class PhiScan {
    /** The most characters of one text; longer ones are refused before they are matched. */
    public static final int LONGEST = 4_000;

    private static final Comparator<PhiFinding> WEIGHTIEST = comparing(PhiFinding::action)
            .thenComparing(comparingInt((PhiFinding finding) -> finding.end() - finding.start())
                    .reversed())
            .thenComparing(PhiFinding::start);

    private PhiScan() {}

    /**
     * Every finding in the order of the text. Where several overlap, what blocks is told, then what is longest.
     *
     * @throws IllegalArgumentException when the text is longer than {@value #LONGEST} characters
     */
    public static List<PhiFinding> findings(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the text is longer than " + LONGEST + " characters");
        }
        var kept = new ArrayList<PhiFinding>();
        Stream.of(PhiKind.values())
                .flatMap(kind -> kind.pattern()
                        .matcher(text)
                        .results()
                        .map(match -> new PhiFinding(kind, match.start(), match.end())))
                .sorted(WEIGHTIEST)
                .filter(finding -> kept.stream().noneMatch(finding::overlaps))
                .forEach(kept::add);
        kept.sort(comparingInt(PhiFinding::start));
        return List.copyOf(kept);
    }

    /** The text with every finding replaced by its kind, such as {@code [MRN]}. */
    public static String masked(String text) {
        var masked = new StringBuilder(text);
        for (var finding : findings(text).reversed()) {
            masked.replace(finding.start(), finding.end(), "[" + finding.kind() + "]");
        }
        return masked.toString();
    }
}
