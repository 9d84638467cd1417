package org.overread.reports.document;

import java.util.List;

/** A report without a file format: a title and its sections in the order they are read. All its times are told in UTC. */
public record Document(String title, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one section");
        }
    }
}
