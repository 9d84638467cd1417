package org.overread.web.testing;

import jakarta.enterprise.inject.Produces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.Accounts;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.identity.PasswordHashes;
import org.overread.registry.testing.RecordingAuditTrail;

/**
 * A hospital in memory for tests of screens: the real services on fakes of their ports. Name it in
 * {@code @AddBeanClasses} and open it anew before each test.
 */
public final class Hospital {
    public static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Actor.Product RELEASES = new Actor.Product("releases");

    private static RecordingAuditTrail trail = new RecordingAuditTrail();
    private static InMemoryAccounts accounts = new InMemoryAccounts();
    private static InMemoryCatalog catalog = new InMemoryCatalog(accounts, trail);

    /** Two sites, a model owner, a clinician, and nothing else. */
    public static void openEmpty() {
        open(CatalogFixtures.emptyCatalog(new RecordingAuditTrail()));
    }

    /** Sites north and south and the model sepsis in so many versions, registered in January. */
    public static void openWithSepsis(int versions) {
        DOUBTS.clear();
        open(CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), versions));
    }

    private static void open(InMemoryCatalog anew) {
        accounts = new InMemoryAccounts()
                .with(CatalogFixtures.CLARA)
                .with(CatalogFixtures.MIRA)
                .with(CatalogFixtures.ADMIN);
        catalog = anew;
        catalog.at(NOW);
    }

    /** Brings a version of sepsis to a stage, as a decided promotion does. */
    public static UUID bring(int version, Stage stage, String site, Instant at) {
        var promotion = UUID.nameUUIDFromBytes(
                (version + " " + stage + " " + site + " " + at).getBytes(StandardCharsets.UTF_8));
        catalog.stages()
                .enter(
                        RELEASES,
                        new StageEntry(
                                new ModelVersionId("sepsis", version),
                                site,
                                stage,
                                at,
                                promotion,
                                CatalogFixtures.CLARA.id(),
                                null));
        return promotion;
    }

    public static InMemoryCatalog inMemory() {
        return catalog;
    }

    @Produces
    static Catalog catalog() {
        return catalog.catalog();
    }

    @Produces
    static Stages stages() {
        return catalog.stages();
    }

    /** What the last check of the audit trail does not bear out, whatever it is asked about. */
    public static final List<String> DOUBTS = new ArrayList<>();

    @Produces
    static TrailChecks checks() {
        return new TrailChecks() {
            @Override
            public List<String> doubts(ModelVersionId version, String site) {
                return List.copyOf(DOUBTS);
            }
        };
    }

    @Produces
    static Accounts accounts() {
        return accounts;
    }

    @Produces
    static AuditTrail trail() {
        return trail;
    }

    @Produces
    static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Produces
    static PasswordHashes hashes() {
        return new PasswordHashes() {
            @Override
            public String hash(String password) {
                return password;
            }

            @Override
            public boolean matches(String password, @Nullable String hash) {
                return password.equals(hash);
            }
        };
    }
}
