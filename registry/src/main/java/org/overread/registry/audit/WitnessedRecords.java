package org.overread.registry.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind of rows of which each must have its entry in the audit trail, and each such entry its row. */
public interface WitnessedRecords {
    /** The verbs of the entries that tell of such rows. */
    Set<String> actions();

    /** What an entry says of the row it tells of; empty when it tells of none. */
    Optional<String> mark(AuditEntry entry);

    /** Every such row as it stands now, in order. */
    List<Witnessed> all();
}
