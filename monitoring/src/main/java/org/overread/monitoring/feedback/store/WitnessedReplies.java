package org.overread.monitoring.feedback.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Findings;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.SubjectRef;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.audit.WitnessedRecords;

/**
 * Every answer to a finding, to be found in the audit trail by what it decides and by whose hand: one that is only in the
 * database would clear the way of a version.
 */
@ApplicationScoped
class WitnessedReplies implements WitnessedRecords {
    private static final String ALL = """
            SELECT CAST(r.feedback AS text), r.disposition, r.replied_by, r.replied_by_name, c.model, c.version
            FROM monitoring.feedback_reply r JOIN monitoring.feedback f ON f.id = r.feedback
            LEFT JOIN monitoring.card c ON c.id = f.card ORDER BY r.replied_at, r.id""";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public Set<String> actions() {
        return Set.of(Findings.ANSWERED);
    }

    @Override
    public Optional<String> mark(AuditEntry entry) {
        return Optional.of(mark(entry.subjectId(), entry.details().get(Findings.DISPOSITION), entry.actorId()));
    }

    @Override
    public List<Witnessed> all() {
        return DayRows.rows(entities.createNativeQuery(ALL)).stream()
                .map(WitnessedReplies::row)
                .toList();
    }

    private static Witnessed row(Object[] row) {
        var feedback = String.valueOf(row[0]);
        var on = row[4] == null ? "an unknown output" : row[4] + "/" + row[5];
        return new Witnessed(
                "the answer of %s to a finding on %s".formatted(row[3], on),
                (String) row[4],
                mark(feedback, (String) row[1], String.valueOf(row[2])),
                null,
                new SubjectRef("feedback", feedback));
    }

    private static String mark(String feedback, @Nullable String disposition, String by) {
        return feedback + " " + (disposition == null ? Findings.UNDECIDED : disposition) + " " + by;
    }
}
