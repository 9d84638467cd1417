package org.overread.monitoring.integrity;

import java.util.List;
import org.overread.registry.ModelVersionId;

/** Where the declarations of a version's features come from. */
public interface Declarations {
    /** What is declared now; empty when nothing is. */
    List<DeclaredFeature> of(ModelVersionId version);
}
