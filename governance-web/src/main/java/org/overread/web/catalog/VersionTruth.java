package org.overread.web.catalog;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What stands above the tabs of a version's page and says how it is. Every CDI bean of this type is found and asked by
 * itself.
 */
public interface VersionTruth {
    /** How the version is; empty when there is nothing to say to whoever looks. */
    Optional<Component> of(VersionPage page);
}
