package org.overread.web.testing;

import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;

/** Opens a view in the {@link Hospital} in memory. */
@AddBeanClasses({Hospital.class, People.class})
@ExcludeBeanClasses({Catalog.class, Stages.class, TrailChecks.class})
public abstract class HospitalTest extends ViewTest {}
