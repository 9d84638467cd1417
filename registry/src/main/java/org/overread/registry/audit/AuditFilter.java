package org.overread.registry.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are asked for. A part that is {@code null} sets no condition.
 *
 * @param model the id of the model concerned
 * @param actor the id of who did it
 * @param action the verb, such as {@code promotion.requested}, or its beginning before a dot, such as {@code promotion}
 * @param from the earliest instant, itself included
 * @param to the instant before which it happened, itself excluded
 * @param text a part of the sentence, the actor's name or the subject's id, in upper or lower case
 */
public record AuditFilter(
        @Nullable String model,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
