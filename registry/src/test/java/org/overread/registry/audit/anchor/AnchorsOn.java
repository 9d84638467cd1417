package org.overread.registry.audit.anchor;

import java.time.InstantSource;
import java.util.Map;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.testing.Listed;
import org.overread.registry.transaction.ShortTransaction;

/** Wires the service of anchors for tests. */
public final class AnchorsOn {
    private AnchorsOn() {}

    public static AnchorSettings settings(Map<String, String> environment) {
        var settings = new AnchorSettings();
        settings.environment = environment;
        return settings;
    }

    public static Anchors anchors(
            AnchorLog log,
            AuditLog entries,
            AuditTrail trail,
            AnchorSettings settings,
            InstantSource clock,
            AnchorPlace... others) {
        var folder = new FolderAnchors();
        folder.settings = settings;
        var anchors = new Anchors();
        anchors.log = log;
        anchors.entries = entries;
        anchors.trail = trail;
        anchors.settings = settings;
        anchors.transaction = new ShortTransaction();
        anchors.clock = clock;
        var places = new AnchorPlace[others.length + 1];
        places[0] = folder;
        System.arraycopy(others, 0, places, 1, others.length);
        anchors.places = new Listed<>(places);
        return anchors;
    }
}
