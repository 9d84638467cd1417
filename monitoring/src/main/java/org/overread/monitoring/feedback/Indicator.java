package org.overread.monitoring.feedback;

/** How urgently a card asks for attention, in the words of CDS Hooks. */
public enum Indicator {
    INFO,
    WARNING,
    CRITICAL
}
