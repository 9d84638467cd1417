package org.overread.monitoring.prediction;

import java.io.InputStream;

/** A body to take in: its bytes, compressed by gzip or not, and how its lines are written. The sender closes it. */
public record IntakeBody(InputStream stream, BodyFormat format) {}
