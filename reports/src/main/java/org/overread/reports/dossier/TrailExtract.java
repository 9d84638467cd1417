package org.overread.reports.dossier;

import java.util.List;
import org.overread.registry.audit.AuditEntry;

/**
 * The entries of the audit trail about one promotion, oldest first, and where the whole trail ended when they were
 * taken. Whoever keeps that end elsewhere can tell later whether the trail was written anew.
 *
 * @param lastEntry the number of the newest entry of the whole trail
 * @param lastHash its hash
 */
public record TrailExtract(List<AuditEntry> entries, long lastEntry, String lastHash) {
    public TrailExtract {
        entries = List.copyOf(entries);
    }
}
