package org.overread.web.catalog;

import java.util.Optional;

/**
 * A sentence above the tabs of a version's page that says how it is. Every CDI bean of this type is found and asked by
 * itself.
 */
public interface VersionTruth {
    /** How the version is; empty when there is nothing to say to whoever looks. */
    Optional<String> of(VersionPage page);
}
