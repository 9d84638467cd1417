package org.overread.monitoring.evidence;

import org.overread.monitoring.alert.AlertLog;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.registry.gate.ChangeSource;

/** What answers the gate, put together by hand for tests. */
public final class EvidenceServices {
    private EvidenceServices() {}

    /** Tells what has come in; figures of now are not asked of it. */
    public static ChangeSource changes(FindingBook findings, FeedbackLog feedback, AlertLog alerts) {
        var changes = new MonitoredChanges();
        changes.findings = findings;
        changes.feedback = feedback;
        changes.alerts = alerts;
        return changes;
    }
}
