package org.overread.monitoring.integrity;

import java.util.List;
import javax.sql.DataSource;
import org.overread.monitoring.integrity.store.IntegrityStores;

/** Checks of batches against what a test declares. */
public final class TestChecks {
    private TestChecks() {}

    public static BatchChecks of(DataSource database, List<DeclaredFeature> declared) {
        var checks = new BatchChecks();
        checks.sources = List.of(version -> declared);
        checks.log = IntegrityStores.log(database);
        return checks;
    }
}
