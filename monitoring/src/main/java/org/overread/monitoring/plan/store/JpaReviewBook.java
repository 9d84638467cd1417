package org.overread.monitoring.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.overread.monitoring.plan.PeriodicReview;
import org.overread.monitoring.plan.ReviewBook;
import org.overread.registry.ModelVersionId;

@ApplicationScoped
class JpaReviewBook implements ReviewBook {
    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void add(PeriodicReview review) {
        entities.persist(ReviewRow.of(review));
    }

    @Override
    public List<PeriodicReview> of(ModelVersionId version) {
        return entities.createQuery(
                        "select r from PeriodicReviewRow r where r.model = :model and r.version = :version"
                                + " order by r.reviewedAt desc, r.id",
                        ReviewRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .getResultStream()
                .map(ReviewRow::review)
                .toList();
    }
}
