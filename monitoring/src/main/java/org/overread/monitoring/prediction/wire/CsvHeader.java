package org.overread.monitoring.prediction.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

/** The first line of a CSV: which columns there are, checked before any row is read. */
final class CsvHeader {
    private static final int MOST_COLUMNS = 1_000;

    private CsvHeader() {}

    /**
     * Reads the column names.
     *
     * @throws GovernanceException with {@link ErrorCode#INVALID} when a column is unknown, twice or missing; all of
     *     them are named
     */
    static List<String> read(CsvRecords records, Set<String> known, Set<String> prefixes, Set<String> required)
            throws IOException {
        String[] names = records.next() ? records.values() : null;
        if (names == null) {
            throw new GovernanceException(
                    ErrorCode.INVALID, "The first line must name the columns: " + String.join(",", required) + ",…");
        }
        var problems = problems(Arrays.asList(names), known, prefixes, required);
        GovernanceException.refuse("The columns cannot be used: " + sentence(problems), problems);
        return List.of(names);
    }

    private static List<FieldProblem> problems(
            List<String> names, Set<String> known, Set<String> prefixes, Set<String> required) {
        var problems = new ArrayList<FieldProblem>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!known.contains(name)
                    && prefixes.stream()
                            .noneMatch(prefix -> name.length() > prefix.length() && name.startsWith(prefix))) {
                problems.add(new FieldProblem(shown(name), "is not a known column: use " + choices(known, prefixes)));
            } else if (name.length() > LineFields.LONGEST_ID || !Characters.clean(name, false)) {
                problems.add(new FieldProblem(shown(name), "is not a usable name"));
            } else if (!seen.add(name)) {
                problems.add(new FieldProblem(shown(name), "is there twice: leave one"));
            }
        }
        required.stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> problems.add(new FieldProblem(name, "is missing: add this column")));
        if (names.size() > MOST_COLUMNS) {
            problems.add(new FieldProblem("columns", "are more than " + MOST_COLUMNS));
        }
        return problems;
    }

    private static String choices(Set<String> known, Set<String> prefixes) {
        var choices = new ArrayList<>(known);
        prefixes.forEach(prefix -> choices.add(prefix + "<name>"));
        return String.join(", ", choices) + ", separated by commas";
    }

    private static String sentence(List<FieldProblem> problems) {
        return problems.isEmpty()
                ? ""
                : problems.getFirst().field() + " " + problems.getFirst().reason();
    }

    private static String shown(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
