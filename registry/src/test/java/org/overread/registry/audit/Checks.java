package org.overread.registry.audit;

import java.util.List;
import org.overread.registry.testing.Listed;

/** The check of records beside the chain, for tests of those who keep records. */
public final class Checks {
    private Checks() {}

    /** The verification of these kinds of records. */
    public static RecordVerification verification(AuditLog trail, WitnessedRecords... kinds) {
        var verification = new RecordVerification();
        verification.log = trail;
        verification.kinds = new Listed<>(kinds);
        return verification;
    }

    /** What does not agree between these rows and that trail, as sentences. */
    public static List<String> faults(WitnessedRecords kind, AuditLog trail) {
        return verification(trail, kind).faults(kind).stream()
                .map(RecordFault::sentence)
                .toList();
    }
}
