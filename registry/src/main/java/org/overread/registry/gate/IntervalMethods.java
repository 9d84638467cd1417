package org.overread.registry.gate;

/** What the methods by which intervals are drawn are called; evidence and machines name them by a key. */
public final class IntervalMethods {
    private IntervalMethods() {}

    /** Such as {@code DeLong interval} for {@code delong}; a key that is words already stays as it is. */
    public static String title(String key) {
        return switch (key) {
            case "wilson" -> "Wilson interval";
            case "delong" -> "DeLong interval";
            case "paired delong" -> "DeLong interval of the difference, on the same cases";
            case "paired delta" -> "Delta-method interval of the difference, on the same cases";
            case "logit" -> "Interval on the logit scale";
            case "log" -> "Interval on the logarithmic scale";
            case "wald" -> "Wald interval";
            case "newcombe" -> "Newcombe interval";
            case "cbpe" -> "Estimated from calibrated scores";
            case "ipw-bootstrap" -> "Bootstrap of patients, weighted by adherence";
            default -> key;
        };
    }
}
