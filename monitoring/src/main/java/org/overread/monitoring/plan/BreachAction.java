package org.overread.monitoring.plan;

/** What the product does when an alert is raised. */
public enum BreachAction {
    /** Owner and deputy are told. */
    NOTIFY,
    /** They are told, and the version is stopped wherever it is live. */
    SUSPEND
}
