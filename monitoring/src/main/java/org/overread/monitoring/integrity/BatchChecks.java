package org.overread.monitoring.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.overread.registry.ModelVersionId;

/** Checks batches while they are taken in, as part of the intake's transaction. */
@ApplicationScoped
public class BatchChecks {
    @Inject
    IntegrityLog log;

    Iterable<Declarations> sources = List.of();

    /** Any number of sources: without one nothing is declared. */
    @Inject
    void declaredBy(Instance<Declarations> all) {
        sources = all;
    }

    /** Begins to check a batch against what is declared now. */
    public IntegrityCheck begin(ModelVersionId version) {
        return new IntegrityCheck(declared(version));
    }

    /** Ends the check and keeps what was found beside the receipt. */
    public BatchIntegrity end(ModelVersionId version, int batch, IntegrityCheck check) {
        if (!check.declares()) {
            return BatchIntegrity.UNCHECKED;
        }
        var found = check.result(log.usual(version));
        log.keep(version, batch, found);
        return found;
    }

    private List<DeclaredFeature> declared(ModelVersionId version) {
        var declared = new ArrayList<DeclaredFeature>();
        sources.forEach(source -> declared.addAll(source.of(version)));
        return declared;
    }
}
