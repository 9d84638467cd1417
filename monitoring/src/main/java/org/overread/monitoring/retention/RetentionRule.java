package org.overread.monitoring.retention;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * For how long payloads are kept.
 *
 * @param days how many whole days; the database itself refuses to let go of younger ones than {@value #FEWEST}
 */
public record RetentionRule(int days) {
    public static final String SETTING = "OVERREAD_KEEP_PAYLOADS_DAYS";
    static final int FEWEST = 31;

    public RetentionRule {
        if (days < FEWEST) {
            throw new IllegalArgumentException(SETTING + " must be " + FEWEST + " or more, it is " + days);
        }
    }

    /**
     * The rule that the installation has set; empty when payloads are kept for ever.
     *
     * @throws IllegalArgumentException when what is set is not a number of days
     */
    public static Optional<RetentionRule> of(Map<String, String> environment) {
        var set = environment.getOrDefault(SETTING, "").strip();
        if (set.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RetentionRule(Integer.parseInt(set)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SETTING + " must be a number of days", e);
        }
    }

    /** The first UTC day whose payloads stay. */
    LocalDate keptFrom(LocalDate today) {
        return today.minusDays(days);
    }
}
