package org.overread.registry.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.Models;
import org.overread.registry.catalog.RegisteredModel;

/** Keeps models and versions in the database. */
@ApplicationScoped
class JpaModels implements Models {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void lock(String model) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:model, 2))")
                .setParameter("model", model)
                .getSingleResult();
    }

    @Override
    public void add(RegisteredModel model) {
        entities.persist(ModelRow.of(model));
    }

    @Override
    public Optional<RegisteredModel> find(String id) {
        return Optional.ofNullable(entities.find(ModelRow.class, id)).map(ModelRow::model);
    }

    @Override
    public List<RegisteredModel> all() {
        return entities.createQuery("select m from ModelRow m order by lower(m.name), m.id", ModelRow.class)
                .getResultStream()
                .map(ModelRow::model)
                .toList();
    }

    @Override
    public void add(ModelVersion version) {
        entities.persist(VersionRow.of(version));
    }

    @Override
    public Optional<ModelVersion> version(ModelVersionId id) {
        return Optional.ofNullable(entities.find(VersionRow.class, VersionKey.of(id)))
                .map(VersionRow::modelVersion);
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return entities.createQuery(
                        "select v from VersionRow v where v.model = :model order by v.version", VersionRow.class)
                .setParameter("model", model)
                .getResultStream()
                .map(VersionRow::modelVersion)
                .toList();
    }
}
