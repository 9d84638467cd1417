package org.overread.monitoring.notify.store;

import java.io.Serializable;
import java.util.UUID;

/** Which attempt of which delivery. */
record AttemptKey(UUID delivery, int number) implements Serializable {}
