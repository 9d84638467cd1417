package org.overread.registry.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

/** Models and versions as tests speak of them. */
public final class CatalogFixtures {
    public static final Actor.Person CLARA = Actors.person("clara", Role.CLINICIAN);
    public static final Actor.Person MIRA = Actors.person("mira", Role.MODEL_OWNER);
    public static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    public static final PersonId CLINICAL_OWNER = CLARA.personId();
    public static final PersonId MODEL_OWNER = MIRA.personId();

    private CatalogFixtures() {}

    /** A catalog with a clinical owner, a model owner and an administrator, and nothing else. */
    public static InMemoryCatalog emptyCatalog(RecordingAuditTrail trail) {
        return new InMemoryCatalog(new InMemoryAccounts().with(CLARA).with(MIRA).with(ADMIN), trail);
    }

    /** A catalog with the sites north and south and the model sepsis in so many versions. */
    public static InMemoryCatalog sepsisCatalog(RecordingAuditTrail trail, int versions) {
        return withSepsis(emptyCatalog(trail), versions);
    }

    /** The same, with its steps kept there. */
    public static InMemoryCatalog sepsisCatalog(AuditTrail trail, int versions, StageEntries entries) {
        var accounts = new InMemoryAccounts().with(CLARA).with(MIRA).with(ADMIN);
        return withSepsis(new InMemoryCatalog(accounts, trail, entries), versions);
    }

    private static InMemoryCatalog withSepsis(InMemoryCatalog all, int versions) {
        all.catalog().addSite(ADMIN, new Site("north", "North Hospital"));
        all.catalog().addSite(ADMIN, new Site("south", "South Hospital"));
        all.catalog().register(MIRA, sepsisDraft());
        for (int version = 1; version <= versions; version++) {
            all.catalog()
                    .registerVersion(
                            MIRA,
                            "sepsis",
                            declaration(
                                    version == 1 ? ChangeType.FIRST : ChangeType.RETRAINED, "prompt of " + version));
        }
        return all;
    }

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

    public static VersionDeclaration declaration(ChangeType change, @Nullable String prompt) {
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
