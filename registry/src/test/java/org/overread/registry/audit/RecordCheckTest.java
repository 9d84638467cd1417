package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordCheckTest {
    private static final List<Witnessed> TWO = List.of(row("step 1", "a", null), row("step 2", "b", null));

    @Test
    @DisplayName("E3: every row has its entry and every entry its row: nothing to tell")
    void agrees() {
        assertThat(check(TWO, TWO, "a", "b")).isEmpty();
    }

    @Test
    @DisplayName("E3: a row without an entry is named, one that was changed twice: as it stands and as it was told")
    void namesARowWithoutAnEntry() {
        assertThat(check(TWO, TWO, "a")).containsExactly("step 2 has no entry in the audit trail as it stands");
        assertThat(check(TWO, TWO, "a", "B"))
                .containsExactly(
                        "step 2 has no entry in the audit trail as it stands",
                        "audit entry 2 (X took B) tells of something that is not there as it tells it");
    }

    @Test
    @DisplayName("E3: a row that was removed is named by its entry")
    void namesAnEntryWithoutARow() {
        assertThat(check(TWO.subList(0, 1), TWO.subList(0, 1), "a", "b"))
                .containsExactly("audit entry 2 (X took b) tells of something that is not there as it tells it");
    }

    @Test
    @DisplayName("E3: one entry stands for one row, also where two say the same")
    void countsEachOnce() {
        var same = List.of(row("step 1", "a", null), row("step 2", "a", null));

        assertThat(check(same, same, "a", "a")).isEmpty();
        assertThat(check(same, same, "a")).containsExactly("step 2 has no entry in the audit trail as it stands");
    }

    @Test
    @DisplayName("E3: a row that was added while the check ran is no fault")
    void allowsForWhatWasAddedMeanwhile() {
        assertThat(check(TWO.subList(0, 1), TWO, "a", "b")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARowByItself() {
        var odd = List.of(row("step 1", "a", "has no decision"));

        assertThat(check(odd, odd, "a")).containsExactly("step 1 has no decision");
    }

    private static List<String> check(List<Witnessed> before, List<Witnessed> after, String... marks) {
        var check = new RecordCheck(before);
        for (int i = 0; i < marks.length; i++) {
            check.entry(
                    marks[i],
                    new AuditEntry(
                            i + 1,
                            Instant.EPOCH,
                            "x",
                            "X",
                            "step.taken",
                            "step",
                            "1",
                            null,
                            "took " + marks[i],
                            Map.of(),
                            "",
                            ""));
        }
        return check.faults(() -> after).stream().map(RecordFault::sentence).toList();
    }

    private static Witnessed row(String name, String mark, @Nullable String fault) {
        return new Witnessed(name, null, mark, fault);
    }
}
