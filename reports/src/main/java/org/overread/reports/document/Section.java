package org.overread.reports.document;

import java.util.List;

/** A part of a document under a name of its own: a sheet of a workbook, a chapter of a text. */
public record Section(String name, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String name, Block... blocks) {
        return new Section(name, List.of(blocks));
    }
}
