package org.overread.registry.testing;

import java.util.ArrayList;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/** Remembers what was recorded, and by whom. */
public final class RecordingAuditTrail implements AuditTrail {
    private final List<Recorded> recorded = new ArrayList<>();

    /** A deed and who did it. */
    public record Recorded(Actor actor, Deed deed) {}

    @Override
    public void append(Actor actor, Deed deed) {
        recorded.add(new Recorded(actor, deed));
    }

    public List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** The verbs in the order they were recorded. */
    public List<String> actions() {
        return recorded.stream().map(each -> each.deed().action()).toList();
    }
}
