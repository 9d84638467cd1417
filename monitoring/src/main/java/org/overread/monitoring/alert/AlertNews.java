package org.overread.monitoring.alert;

/** Told of everything that happens to alerts, in the transaction in which it happens: both are kept or neither is. */
public interface AlertNews {
    /** @param alert as it is now, with what has happened */
    void happened(AlertFile alert, AlertEvent event);
}
