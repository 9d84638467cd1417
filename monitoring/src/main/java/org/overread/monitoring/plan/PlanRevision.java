package org.overread.monitoring.plan;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.ModelVersionId;

/**
 * One revision of a version's plan. The last one is in force.
 *
 * @param number counts from 1 within the version
 * @param by the id of who declared it
 * @param byName their name as printed then
 */
public record PlanRevision(
        UUID id, ModelVersionId version, int number, MonitoringPlan plan, String by, String byName, Instant at) {}
