package org.overread.registry.phi;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what looks like a patient's identifier in free text, before it is saved and before it leaves the product. It
 * knows forms and their surroundings, not people: no finding does not mean that nobody can be recognised. The time it
 * takes grows with the length of the text and no faster.
 */
public final class PhiScan {
    private static final List<PhiRule> RULES = Stream.of(
                    NumberRules.all(),
                    NationalNumber.rules(),
                    DateRules.all(),
                    PhoneRules.all(),
                    NetRules.all(),
                    AddressRules.all(),
                    NameRules.all())
            .flatMap(List::stream)
            .toList();

    private static final Comparator<PhiFinding> WEIGHTIEST = comparing(PhiFinding::action)
            .thenComparing(comparingInt(PhiFinding::length).reversed())
            .thenComparing(PhiFinding::start);

    private PhiScan() {}

    /** Every finding in the order of the text. Where several overlap, what blocks is told, then what is longest. */
    public static List<PhiFinding> findings(String text) {
        var plain = PlainText.of(text);
        var kept = new TreeMap<Integer, PhiFinding>();
        RULES.stream().flatMap(rule -> rule.in(plain)).sorted(WEIGHTIEST).forEach(finding -> {
            var before = kept.lowerEntry(finding.end());
            if (before == null || before.getValue().end() <= finding.start()) {
                kept.put(finding.start(), finding);
            }
        });
        return List.copyOf(kept.values());
    }

    /** What kinds of identifiers the text seems to hold, each once, such as {@code a date, a name}; empty when none. */
    public static String kinds(String text) {
        return findings(text).stream()
                .map(finding -> finding.kind().title())
                .distinct()
                .collect(joining(", "));
    }

    /** The text with every finding replaced by its kind, such as {@code [MRN]}. */
    public static String masked(String text) {
        return masked(text, finding -> true);
    }

    /** The text with those findings replaced by their kinds. */
    public static String masked(String text, Predicate<PhiFinding> which) {
        var masked = new StringBuilder();
        int from = 0;
        for (var finding : findings(text)) {
            if (which.test(finding)) {
                masked.append(text, from, finding.start())
                        .append('[')
                        .append(finding.kind())
                        .append(']');
                from = finding.end();
            }
        }
        return masked.append(text, from, text.length()).toString();
    }
}
