package org.overread.reports.document;

import java.util.ArrayList;
import java.util.List;

/** One thing that stands below another in a section. */
public sealed interface Block permits Block.Heading, Block.Paragraph, Block.Facts, Table, IntervalChart {
    /** A line that says what follows. */
    record Heading(String text) implements Block {}

    /** Words. */
    record Paragraph(String text) implements Block {}

    /** Names and values below each other. */
    record Facts(List<Fact> facts) implements Block {
        public static final Facts NONE = new Facts(List.of());

        public Facts {
            facts = List.copyOf(facts);
        }

        /** The same with one more fact. */
        public Facts with(String name, Cell value) {
            var more = new ArrayList<>(facts);
            more.add(new Fact(name, value));
            return new Facts(more);
        }
    }

    /** A named value. */
    record Fact(String name, Cell value) {}
}
