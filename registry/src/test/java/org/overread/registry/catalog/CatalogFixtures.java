package org.overread.registry.catalog;

import java.util.List;
import java.util.UUID;
import org.overread.registry.PersonId;

/** Models and versions as tests speak of them. */
public final class CatalogFixtures {
    public static final PersonId CLINICAL_OWNER = new PersonId(new UUID(0, 1));
    public static final PersonId MODEL_OWNER = new PersonId(new UUID(0, 2));

    private CatalogFixtures() {}

    public static ModelDraft sepsisDraft() {
        return draft("sepsis", "emergency");
    }

    public static ModelDraft draft(String id, String department) {
        return new ModelDraft(
                id,
                "Early warning of " + id,
                "Tells nurses on the ward who may need a doctor within six hours",
                OutputKind.RISK_SCORE,
                RiskTier.HIGH,
                department,
                CLINICAL_OWNER,
                MODEL_OWNER,
                "Chief medical officer");
    }

    public static VersionDeclaration firstVersion() {
        return declaration(ChangeType.FIRST, null);
    }

    public static VersionDeclaration declaration(ChangeType change, @org.jspecify.annotations.Nullable String prompt) {
        return new VersionDeclaration(
                0.15,
                change,
                "sha256:ab12",
                "window=6h",
                prompt,
                "run-7",
                "2019 to 2023",
                null,
                List.of("sex", "race"));
    }
}
