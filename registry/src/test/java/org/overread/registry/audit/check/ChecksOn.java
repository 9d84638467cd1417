package org.overread.registry.audit.check;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Checks;
import org.overread.registry.audit.WitnessedRecords;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.testing.Listed;
import org.overread.registry.transaction.ShortTransaction;

/** Wires the checks of the trail for tests. */
public final class ChecksOn {
    private ChecksOn() {}

    public static TrailChecks checks(
            AuditLog log, AuditTrail trail, Anchors anchors, CheckLog kept, InstantSource clock, BreakNews... news) {
        var verifier = new TrailVerifier();
        verifier.log = log;
        verifier.anchors = anchors;
        verifier.clock = clock;
        verifier.records = Checks.verification(log);
        var checks = new TrailChecks();
        checks.verifier = verifier;
        checks.log = kept;
        checks.trail = trail;
        checks.news = new Listed<>(news);
        checks.transaction = new ShortTransaction();
        checks.clock = clock;
        return checks;
    }

    /** The same with these kinds of records beside the chain. */
    public static TrailChecks beside(TrailChecks checks, WitnessedRecords... kinds) {
        checks.verifier.records = Checks.verification(checks.verifier.log, kinds);
        return checks;
    }

    /** Results in memory. */
    public static final class InMemoryChecks implements CheckLog {
        public final List<TrailCheck> all = new ArrayList<>();

        @Override
        public void keep(TrailCheck check) {
            all.add(check);
        }

        @Override
        public Optional<TrailCheck> last() {
            return all.reversed().stream().findFirst();
        }

        @Override
        public Optional<TrailCheck> lastWhole() {
            return all.reversed().stream().filter(TrailCheck::whole).findFirst();
        }
    }
}
