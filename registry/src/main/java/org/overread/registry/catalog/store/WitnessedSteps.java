package org.overread.registry.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.audit.WitnessedRecords;
import org.overread.registry.catalog.StageMarks;

/** The steps of all versions, each to be found in the audit trail. */
@ApplicationScoped
class WitnessedSteps implements WitnessedRecords {
    @Inject
    JpaStageEntries entries;

    @Override
    public Set<String> actions() {
        return StageMarks.ACTIONS;
    }

    @Override
    public Optional<String> mark(AuditEntry entry) {
        return StageMarks.told(entry);
    }

    @Override
    public List<Witnessed> all() {
        return entries.witnessed();
    }
}
