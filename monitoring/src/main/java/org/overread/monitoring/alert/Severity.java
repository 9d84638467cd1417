package org.overread.monitoring.alert;

import java.time.Duration;
import java.time.Instant;

/** How soon somebody must answer. */
public enum Severity {
    WARNING("Warning", Duration.ofDays(14)),
    ALERT("Alert", Duration.ofDays(3));

    private final String title;
    private final Duration answerWithin;

    Severity(String title, Duration answerWithin) {
        this.title = title;
        this.answerWithin = answerWithin;
    }

    /** The severity as it is printed. */
    public String title() {
        return title;
    }

    /** When an answer is due to what was told at that time. */
    Instant due(Instant told) {
        return told.plus(answerWithin);
    }
}
