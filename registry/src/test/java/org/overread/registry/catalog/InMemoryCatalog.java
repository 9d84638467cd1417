package org.overread.registry.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.identity.Accounts;

/** The real services of the catalog on memory instead of a database, for tests of whatever builds on them. */
public final class InMemoryCatalog {
    private final KeptModels models = new KeptModels();
    private final Catalog catalog = new Catalog();
    private final Stages stages = new Stages();
    private final List<Stray> strays = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    public InMemoryCatalog(Accounts accounts, AuditTrail trail) {
        this(accounts, trail, new KeptEntries());
        ((KeptEntries) stages.entries).strays = strays;
    }

    /** @param entries where steps are kept instead of in memory */
    public InMemoryCatalog(Accounts accounts, AuditTrail trail, StageEntries entries) {
        catalog.models = models;
        catalog.sites = new KeptSites();
        catalog.accounts = accounts;
        catalog.trail = trail;
        catalog.clock = () -> now;
        stages.catalog = catalog;
        stages.models = models;
        stages.entries = entries;
        stages.trail = trail;
        stages.clock = () -> now;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Models models() {
        return models;
    }

    public Stages stages() {
        return stages;
    }

    /** Moves the clock of both services. */
    public void at(Instant newNow) {
        now = newNow;
    }

    /** Puts another declaration in a version's place, as somebody with the database in hand could. */
    public void tamper(ModelVersionId id, VersionDeclaration declared) {
        models.versions.computeIfPresent(
                id,
                (_, kept) -> new ModelVersion(id, declared, kept.digest(), kept.registeredBy(), kept.registeredAt()));
    }

    /** Puts a row among the steps that nobody has decided, as somebody with the database in hand could. */
    public void stray(ModelVersionId version, Stage stage, String site) {
        strays.add(new Stray(17, version, site, stage, now, "eve"));
    }

    private static final class KeptModels implements Models {
        private final Map<String, RegisteredModel> models = new LinkedHashMap<>();
        private final Map<ModelVersionId, ModelVersion> versions = new LinkedHashMap<>();

        @Override
        public void lock(String model) {}

        @Override
        public void add(RegisteredModel model) {
            models.put(model.id(), model);
        }

        @Override
        public Optional<RegisteredModel> find(String id) {
            return Optional.ofNullable(models.get(id));
        }

        @Override
        public List<RegisteredModel> all() {
            return models.values().stream()
                    .sorted(Comparator.comparing(RegisteredModel::name))
                    .toList();
        }

        @Override
        public void add(ModelVersion version) {
            versions.put(version.id(), version);
        }

        @Override
        public Optional<ModelVersion> version(ModelVersionId id) {
            return Optional.ofNullable(versions.get(id));
        }

        @Override
        public List<ModelVersion> versions(String model) {
            return versions.values().stream()
                    .filter(version -> version.id().model().equals(model))
                    .toList();
        }
    }

    private static final class KeptSites implements Sites {
        private final Map<String, Site> sites = new LinkedHashMap<>();

        @Override
        public void add(Site site, Instant at) {
            sites.put(site.id(), site);
        }

        @Override
        public Optional<Site> find(String id) {
            return Optional.ofNullable(sites.get(id));
        }

        @Override
        public List<Site> all() {
            return sites.values().stream()
                    .sorted(Comparator.comparing(Site::name))
                    .toList();
        }
    }

    private static final class KeptEntries implements StageEntries {
        private List<Stray> strays = List.of();
        private final List<StageEntry> entries = new ArrayList<>();

        @Override
        public void add(StageEntry entry) {
            entries.add(entry);
        }

        @Override
        public Optional<StageEntry> ofPromotion(UUID promotion) {
            return entries.stream()
                    .filter(entry -> promotion.equals(entry.promotion()))
                    .findFirst();
        }

        @Override
        public StageHistory of(String model) {
            return new StageHistory(
                    entries.stream()
                            .filter(entry -> entry.version().model().equals(model))
                            .toList(),
                    strays);
        }
    }
}
