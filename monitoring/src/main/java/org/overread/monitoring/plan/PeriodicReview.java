package org.overread.monitoring.plan;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.ModelVersionId;

/** Somebody has looked at a version as a whole, and what they found. */
public record PeriodicReview(UUID id, ModelVersionId version, String note, String by, String byName, Instant at) {}
