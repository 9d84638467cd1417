package org.overread.reports.archive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Document;
import org.overread.reports.document.Section;
import org.overread.reports.dossier.AuditTable;

/** Lays out entries of the audit trail as a document: what was asked for, then the entries. */
final class AuditDocument {
    private AuditDocument() {}

    static Document of(Map<String, String> filter, AuditHead head, Consumer<Consumer<AuditEntry>> entries) {
        var facts = Block.Facts.NONE
                .with("Entries in the whole trail", Cell.count(head.seq()))
                .with("Hash of its newest entry", Cell.text(head.hash()));
        for (var asked : new TreeMap<>(filter).entrySet()) {
            facts = facts.with("Only " + asked.getKey(), Cell.text(asked.getValue()));
        }
        return new Document(
                "Audit trail",
                List.of(
                        Section.of("About", new Block.Heading("Audit trail"), facts),
                        Section.of("Audit", AuditTable.of(entries))));
    }

    /** The filter as facts by name; empty when everything is asked for. */
    static Map<String, String> facts(AuditFilter filter) {
        var facts = new TreeMap<String, String>();
        put(facts, "model", filter.model());
        put(facts, "actor", filter.actor());
        put(facts, "action", filter.action());
        put(facts, "from", filter.from());
        put(facts, "to", filter.to());
        put(facts, "text", filter.text());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
