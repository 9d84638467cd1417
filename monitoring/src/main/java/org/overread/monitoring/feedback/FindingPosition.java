package org.overread.monitoring.feedback;

import java.util.UUID;

/**
 * Where a finding stood in the list of its version when it was told: the next page begins there, also when it was answered
 * meanwhile.
 *
 * @param waited whether it waited for somebody then
 */
public record FindingPosition(boolean waited, UUID finding) {}
