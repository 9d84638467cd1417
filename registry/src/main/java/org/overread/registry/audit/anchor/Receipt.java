package org.overread.registry.audit.anchor;

import java.time.Instant;
import java.util.UUID;

/**
 * What a place said when an anchor was put there.
 *
 * @param anchor the {@link KeptAnchor#id}
 */
public record Receipt(UUID id, UUID anchor, String place, Instant at, boolean kept, String words) {}
