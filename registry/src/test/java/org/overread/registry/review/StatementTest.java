package org.overread.registry.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.registry.Digest;

class StatementTest {
    @Test
    void isATitleAndOneFactALine() {
        var statement = Statement.titled("Form 1").with("one", 1).with("two", "zwei");

        assertThat(statement).hasToString("Form 1\none: 1\ntwo: zwei\n");
        assertThat(statement.digest()).isEqualTo(Digest.of("Form 1\none: 1\ntwo: zwei\n"));
    }

    @Test
    void tellsAbsentFromEmpty() {
        assertThat(Statement.titled("T").with("a", null)).hasToString("T\na\n");
        assertThat(Statement.titled("T").with("a", "")).hasToString("T\na: \n");
    }

    @Test
    void differentFactsNeverGiveTheSameText() {
        var texts = List.of(
                Statement.titled("T").with("a", "x\nb: y").toString(),
                Statement.titled("T").with("a", "x").with("b", "y").toString(),
                Statement.titled("T").with("a", "x\\nb: y").toString(),
                Statement.titled("T").with("a", "x\rb: y").toString(),
                Statement.titled("T").with("a", "x\\rb: y").toString(),
                Statement.titled("T").with("a", "x\\\nb: y").toString());

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void leavesTheStatementItGrewFromAlone() {
        var one = Statement.titled("T").with("a", 1);
        one.with("b", 2);

        assertThat(one).hasToString("T\na: 1\n");
    }
}
