package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;

/** Many objects in one body: each is kept or listed on its own. */
class RowsTest {
    /** What is sent in these tests. */
    record Shown(@Nullable String id, @Nullable Integer version) {}

    private final Set<String> kept = new HashSet<>();
    private final Rows<Shown> rows = new Rows<>(Shown.class, "card", this::keep);

    @Test
    @DisplayName("F5: of lines the good ones are kept, and the bad ones listed by line and field")
    void listsBadLines() throws IOException {
        var receipt = rows.ofLines(body("""
                {"id":"a","version":1}

                {"id":"b","version":"many"}
                {"id":"c"
                {"id":"d","colour":"red"}
                {"version":2}
                {"id":"a","version":1}
                null
                {"id":"nul\\u0000"}
                {"id":"e"}
                """));

        assertThat(kept).containsExactlyInAnyOrder("a", "e");
        assertThat(receipt.received()).isEqualTo(9);
        assertThat(receipt.stored()).isEqualTo(2);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(receipt.rejectedCount()).isEqualTo(6);
        assertThat(receipt.rejected())
                .extracting(LineProblem::line, LineProblem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "version"),
                        org.assertj.core.groups.Tuple.tuple(4L, "body"),
                        org.assertj.core.groups.Tuple.tuple(5L, "colour"),
                        org.assertj.core.groups.Tuple.tuple(6L, "id"),
                        org.assertj.core.groups.Tuple.tuple(8L, "body"),
                        org.assertj.core.groups.Tuple.tuple(9L, "id"));
        assertThat(receipt.rejected()).extracting(LineProblem::reason).noneMatch(reason -> reason.contains("org."));
    }

    @Test
    @DisplayName("F5: of a list the good elements are kept, and the bad ones listed by element and field")
    void listsBadElements() throws IOException {
        var receipt = rows.ofList(body("[{\"id\":\"a\"},{\"id\":[]},7,null,{\"id\":\"b\"}]"));

        assertThat(kept).containsExactlyInAnyOrder("a", "b");
        assertThat(receipt.rejected()).extracting(LineProblem::line).containsExactly(2L, 3L, 4L);
        assertThat(receipt.received()).isEqualTo(5);
    }

    @Test
    @DisplayName("F5: a list that breaks off keeps what was good before, and says where it broke")
    void saysWhereAListBreaks() throws IOException {
        var receipt = rows.ofList(body("[{\"id\":\"a\"},{\"id\":"));

        assertThat(kept).containsExactly("a");
        assertThat(receipt.rejected()).extracting(LineProblem::line).containsExactly(2L);
    }

    @Test
    @DisplayName("F5: a list is told from one object, whatever stands before it")
    void tellsAListFromAnObject() throws IOException {
        assertThat(Rows.many(new BufferedInputStream(body(" \n [")))).isTrue();
        assertThat(Rows.many(new BufferedInputStream(body("{}")))).isFalse();
        assertThat(Rows.many(new BufferedInputStream(body("")))).isFalse();
    }

    private Rows.Fate keep(Shown row) {
        if (row.id() == null) {
            throw Parameters.wrong("id", "is required");
        }
        if (row.id().equals("elsewhere")) {
            throw new GovernanceException(ErrorCode.NOT_ALLOWED, "not here");
        }
        return kept.add(row.id()) ? Rows.Fate.STORED : Rows.Fate.KNOWN;
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
