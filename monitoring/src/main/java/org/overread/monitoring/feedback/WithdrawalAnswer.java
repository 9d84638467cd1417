package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.UUID;

/** What comes of withdrawing feedback. */
public sealed interface WithdrawalAnswer {
    /** From that time on it no longer counts; what was signed before still rests on it. */
    record Withdrawn(UUID feedback, Instant at) implements WithdrawalAnswer {}

    /** It stands. */
    record Refused(String reason) implements WithdrawalAnswer {}
}
