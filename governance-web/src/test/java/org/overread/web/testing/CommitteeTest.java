package org.overread.web.testing;

import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.registry.promotion.EvidenceSheets;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.promotion.Reviews;

/** Opens a view before the {@link Committee} in memory. */
@AddBeanClasses({Committee.class, People.class})
@ExcludeBeanClasses({
    Catalog.class,
    EvidenceSheets.class,
    Stages.class,
    Policies.class,
    Promotions.class,
    Publishing.class,
    Reviews.class,
    TrailChecks.class
})
public abstract class CommitteeTest extends ViewTest {}
