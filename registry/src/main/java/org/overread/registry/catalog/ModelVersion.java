package org.overread.registry.catalog;

import java.time.Instant;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/**
 * A version as it was frozen when it was registered.
 *
 * @param digest over the model's id and everything declared, taken at registration
 * @param registeredBy the id of the person or machine that registered it
 */
public record ModelVersion(
        ModelVersionId id, VersionDeclaration declared, Digest digest, String registeredBy, Instant registeredAt) {}
