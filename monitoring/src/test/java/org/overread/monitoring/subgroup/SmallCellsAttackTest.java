package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays the reader who knows which combinations of values occur and adds and subtracts everything shown. A number can be
 * worked out exactly if its indicator over the combinations is a linear combination of the shown groups' indicators.
 */
class SmallCellsAttackTest {
    private static final int TABLES = 100;

    /** One combination of values with its four counts; every prediction is of another patient. */
    private record Cell(List<String> values, int tp, int fp, int fn, int tn) {
        int count(Predicate<String> part) {
            return (part.test("tp") ? tp : 0)
                    + (part.test("fp") ? fp : 0)
                    + (part.test("fn") ? fn : 0)
                    + (part.test("tn") ? tn : 0);
        }
    }

    /** The counts that a reader may learn of a group; each is a sum over its cells. */
    private enum Count {
        PREDICTIONS("tp fp fn tn"),
        EVENTS("tp fn"),
        NON_EVENTS("fp tn"),
        TRUE_POSITIVES("tp"),
        FALSE_POSITIVES("fp"),
        FALSE_NEGATIVES("fn"),
        TRUE_NEGATIVES("tn");

        private final String parts;

        Count(String parts) {
            this.parts = parts;
        }

        long of(List<Cell> cells, boolean[] set) {
            return IntStream.range(0, cells.size())
                    .filter(i -> set[i])
                    .mapToLong(i -> cells.get(i).count(parts::contains))
                    .sum();
        }

        boolean atThreshold() {
            return parts.length() == 2;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    @DisplayName("C3: a hidden cell cannot be worked out from totals, whatever is added and subtracted")
    void neverRecoversASmallCell(int attributes) {
        var random = new Random(20_240 + attributes);
        var hidden = 0;
        var shownGroups = 0;
        for (var table = 0; table < TABLES; table++) {
            var cells = randomCells(random, attributes);
            var shown = SmallCells.applyTo(evaluation(cells, attributes));
            for (var count : Count.values()) {
                attack(cells, shown, count, table);
            }
            hidden += (int) shown.subgroups().stream()
                    .filter(group -> group.n() == null)
                    .count();
            shownGroups += (int) shown.subgroups().stream()
                    .filter(group -> group.n() != null)
                    .count();
        }

        // the game is worth playing: much is hidden, and much is still shown
        assertThat(hidden).isGreaterThan(3 * TABLES);
        assertThat(shownGroups).isGreaterThan(3 * TABLES);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theAttackWorksWhereOnlySmallGroupsThemselvesAreHidden(int attributes) {
        var random = new Random(20_240 + attributes);
        var recovered = 0;
        for (var table = 0; table < TABLES; table++) {
            var cells = randomCells(random, attributes);
            var raw = evaluation(cells, attributes);
            var naive = known(cells, raw, group -> !small(cells, group, Count.PREDICTIONS));
            for (var group : groups(raw)) {
                var set = members(cells, group);
                if (small(cells, group, Count.PREDICTIONS) && derivable(naive, set)) {
                    recovered++;
                }
            }
        }

        assertThat(recovered).isGreaterThan(TABLES / 2);
    }

    private static void attack(List<Cell> cells, Evaluation shown, Count count, int table) {
        var known = known(
                cells, shown, group -> count.atThreshold() ? group.figures().confusion() != null : group.n() != null);
        for (var set : known) {
            assertThat(SmallCells.hides(count.of(cells, set)))
                    .as("table %d: %s of %s is shown", table, count, Arrays.toString(set))
                    .isFalse();
        }
        for (var set : secrets(cells, shown)) {
            if (SmallCells.hides(count.of(cells, set))) {
                assertThat(derivable(known, set))
                        .as("table %d: %s of %s can be worked out", table, count, Arrays.toString(set))
                        .isFalse();
            }
        }
    }

    /** Every group, and of every attribute or pair all hidden groups together. */
    private static List<boolean[]> secrets(List<Cell> cells, Evaluation shown) {
        var secrets = new ArrayList<boolean[]>();
        groups(shown).forEach(group -> secrets.add(members(cells, group)));
        shown.subgroups().stream().map(GroupFigures::attribute).distinct().forEach(attribute -> {
            var together = new boolean[cells.size()];
            shown.subgroups().stream()
                    .filter(group -> group.attribute().equals(attribute) && group.n() == null)
                    .map(group -> members(cells, group))
                    .forEach(set -> IntStream.range(0, set.length).forEach(i -> together[i] |= set[i]));
            secrets.add(together);
        });
        return secrets;
    }

    private static List<boolean[]> known(List<Cell> cells, Evaluation evaluation, Predicate<GroupFigures> learned) {
        return groups(evaluation).stream()
                .filter(learned)
                .map(group -> members(cells, group))
                .toList();
    }

    private static List<GroupFigures> groups(Evaluation evaluation) {
        var groups = new ArrayList<>(evaluation.subgroups());
        groups.add(evaluation.overall());
        return groups;
    }

    private static boolean small(List<Cell> cells, GroupFigures group, Count count) {
        return SmallCells.hides(count.of(cells, members(cells, group)));
    }

    /** Attributes are called a0, a1, …; groups read {@code a0}, {@code a0 × a1}, or {@code x or y} when pooled. */
    private static boolean[] members(List<Cell> cells, GroupFigures group) {
        var set = new boolean[cells.size()];
        for (var i = 0; i < set.length; i++) {
            var values = cells.get(i).values;
            if (group.attribute().equals("overall")) {
                set[i] = true;
            } else {
                var wanted = Arrays.stream(group.attribute().split(" × "))
                        .map(attribute -> values.get(Integer.parseInt(attribute.substring(1))))
                        .toList();
                set[i] = Arrays.asList(group.value().split(" or ")).contains(String.join(" × ", wanted));
            }
        }
        return set;
    }

    private static boolean derivable(List<boolean[]> known, boolean[] wanted) {
        var rows = new ArrayList<>(known);
        var before = rank(rows);
        rows.add(wanted);
        return rank(rows) == before;
    }

    private static int rank(List<boolean[]> rows) {
        var matrix = rows.stream()
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(i -> row[i] ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        var rank = 0;
        for (var column = 0; matrix.length > 0 && column < matrix[0].length && rank < matrix.length; column++) {
            var best = rank;
            for (var row = rank; row < matrix.length; row++) {
                best = Math.abs(matrix[row][column]) > Math.abs(matrix[best][column]) ? row : best;
            }
            if (Math.abs(matrix[best][column]) > 1e-9) {
                var pivot = matrix[best];
                matrix[best] = matrix[rank];
                matrix[rank++] = pivot;
                for (var row = rank; row < matrix.length; row++) {
                    var factor = matrix[row][column] / pivot[column];
                    for (var i = column; i < pivot.length; i++) {
                        matrix[row][i] -= factor * pivot[i];
                    }
                }
            }
        }
        return rank;
    }

    private static List<Cell> randomCells(Random random, int attributes) {
        var cells = new ArrayList<Cell>();
        var sizes =
                IntStream.range(0, attributes).map(i -> 2 + random.nextInt(3)).toArray();
        var combinations = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        for (var combination = 0; combination < combinations; combination++) {
            var values = new ArrayList<String>();
            for (int i = 0, rest = combination; i < attributes; rest /= sizes[i++]) {
                values.add("v" + rest % sizes[i]);
            }
            if (random.nextInt(5) > 0) {
                var most = random.nextInt(3) == 0 ? 5 : 160;
                cells.add(new Cell(
                        values,
                        random.nextInt(most),
                        random.nextInt(most),
                        random.nextInt(most),
                        1 + random.nextInt(most)));
            }
        }
        return cells;
    }

    private static Evaluation evaluation(List<Cell> cells, int attributes) {
        var cohort = TestCohort.aCohort();
        for (var cell : cells) {
            var slice = new StringBuilder();
            for (var i = 0; i < attributes; i++) {
                slice.append("a")
                        .append(i)
                        .append('=')
                        .append(cell.values.get(i))
                        .append(' ');
            }
            cohort.with(slice.toString().trim(), cell.tp, cell.fp, cell.fn, cell.tn);
        }
        return cohort.byPairs(
                IntStream.range(0, attributes).mapToObj(i -> "a" + i).toArray(String[]::new));
    }
}
