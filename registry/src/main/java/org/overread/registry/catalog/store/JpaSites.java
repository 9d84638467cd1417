package org.overread.registry.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Sites;

/** Keeps sites in the database. */
@ApplicationScoped
class JpaSites implements Sites {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void add(Site site, Instant at) {
        var row = new SiteRow();
        row.id = site.id();
        row.name = site.name();
        row.addedAt = at;
        entities.persist(row);
    }

    @Override
    public Optional<Site> find(String id) {
        return Optional.ofNullable(entities.find(SiteRow.class, id)).map(SiteRow::site);
    }

    @Override
    public List<Site> all() {
        return entities.createQuery("select s from SiteRow s order by lower(s.name), s.id", SiteRow.class)
                .getResultStream()
                .map(SiteRow::site)
                .toList();
    }
}
