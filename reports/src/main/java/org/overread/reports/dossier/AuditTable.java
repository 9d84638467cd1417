package org.overread.reports.dossier;

import static org.overread.reports.document.Column.count;
import static org.overread.reports.document.Column.text;
import static org.overread.reports.document.Column.time;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.overread.registry.audit.AuditEntry;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Column;
import org.overread.reports.document.Table;

/** Entries of the audit trail as a table that holds everything their hashes are taken over. */
public final class AuditTable {
    private static final List<Column> COLUMNS = List.of(
            count("Entry"),
            time("At"),
            text("At, exactly"),
            text("Who"),
            text("What was done"),
            text("Model"),
            text("Verb"),
            text("To what"),
            text("Its id"),
            text("Who, by id"),
            text("Details"),
            text("Hash of the entry before"),
            text("Hash"));

    private AuditTable() {}

    /** A table of entries that are handed over one by one. */
    public static Table of(Consumer<Consumer<AuditEntry>> entries) {
        return new Table(COLUMNS, to -> entries.accept(entry -> to.accept(cells(entry))));
    }

    private static List<Cell> cells(AuditEntry entry) {
        return List.of(
                Cell.count(entry.seq()),
                Cell.time(entry.at()),
                Cell.text(entry.at().toString()),
                Cell.text(entry.actorName()),
                Cell.text(entry.sentence()),
                Cell.text(entry.model(), "no model"),
                Cell.text(entry.action()),
                Cell.text(entry.subjectType()),
                Cell.text(entry.subjectId()),
                Cell.text(entry.actorId()),
                Cell.text(details(entry), "none"),
                Cell.text(entry.previous()),
                Cell.text(entry.hash()));
    }

    private static String details(AuditEntry entry) {
        return new TreeMap<>(entry.details())
                .entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
