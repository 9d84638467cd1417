package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.audit.WitnessedRecords;

/** Every request with its signatures and its withdrawal, each to be found in the audit trail. */
@ApplicationScoped
class WitnessedPromotions implements WitnessedRecords {
    @Inject
    PromotionRequests requests;

    @Override
    public Set<String> actions() {
        return PromotionMarks.ACTIONS;
    }

    @Override
    public Optional<String> mark(AuditEntry entry) {
        return PromotionMarks.told(entry);
    }

    @Override
    public List<Witnessed> all() {
        return requests.list(PromotionFilter.ALL).stream()
                .flatMap(PromotionMarks::of)
                .toList();
    }
}
