package org.overread.registry.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Holds one kind of rows against the audit trail, row by row and entry by entry. The chain tells whether the trail is as
 * it was written; this tells whether what it speaks of is there, and nothing beside it.
 */
final class RecordCheck {
    private final List<Witnessed> rows;
    private final Map<String, Deque<AuditEntry>> told = new LinkedHashMap<>();

    /** @param rows as they stood before the first entry is read */
    RecordCheck(List<Witnessed> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Takes the next entry that tells of such a row. */
    void entry(String mark, AuditEntry entry) {
        told.computeIfAbsent(mark, _ -> new ArrayDeque<>()).add(entry);
    }

    /**
     * What does not agree, rows first.
     *
     * @param later the rows as they stand after the last entry was read: what was added meanwhile is no fault
     */
    List<RecordFault> faults(Supplier<List<Witnessed>> later) {
        var faults = new ArrayList<RecordFault>();
        for (var row : rows) {
            boolean witnessed = taken(row.mark());
            var reason = row.fault() != null
                    ? row.fault()
                    : witnessed ? null : "has no entry in the audit trail as it stands";
            if (reason != null) {
                faults.add(new RecordFault(row.name(), row.model(), reason, row.subject()));
            }
        }
        var left = told.values().stream().flatMap(Collection::stream).count();
        if (left > 0) {
            added(later.get()).forEach(this::taken);
            told.values().stream()
                    .flatMap(Collection::stream)
                    .map(RecordCheck::withoutRow)
                    .forEach(faults::add);
        }
        return List.copyOf(faults);
    }

    private boolean taken(String mark) {
        var entries = told.get(mark);
        return entries != null && entries.poll() != null;
    }

    /** The marks of the rows that were not there before. */
    private List<String> added(List<Witnessed> now) {
        var before = new HashMap<String, Integer>();
        rows.forEach(row -> before.merge(row.mark(), 1, Integer::sum));
        return now.stream()
                .map(Witnessed::mark)
                .filter(mark -> before.merge(mark, -1, Integer::sum) < 0)
                .toList();
    }

    private static RecordFault withoutRow(AuditEntry entry) {
        return new RecordFault(
                "audit entry %,d (%s %s)".formatted(entry.seq(), entry.actorName(), entry.sentence()),
                entry.model(),
                "tells of something that is not there as it tells it",
                new SubjectRef(entry.subjectType(), entry.subjectId()));
    }
}
