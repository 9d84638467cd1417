package org.overread.registry.audit;

import java.util.List;

/** The check of records beside the chain, for tests of those who keep records. */
public final class Checks {
    private Checks() {}

    /** What does not agree between these rows and that trail, as sentences. */
    public static List<String> faults(WitnessedRecords kind, AuditLog trail) {
        var verification = new RecordVerification();
        verification.log = trail;
        return verification.faults(kind).stream().map(RecordFault::sentence).toList();
    }
}
