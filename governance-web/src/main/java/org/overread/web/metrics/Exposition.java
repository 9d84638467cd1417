package org.overread.web.metrics;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Figures in the text format of Prometheus, version 0.0.4: all samples of a name together, behind what they mean. */
public final class Exposition {
    /** The media type of the format. */
    public static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new HashSet<>();

    /** Begins what goes up only; its name ends with {@code _total}. */
    public Family counter(String name, String help) {
        if (!name.endsWith("_total")) {
            throw new IllegalArgumentException("the name of a counter ends with _total: " + name);
        }
        return family(name, "counter", help);
    }

    /** Begins what goes up and down. */
    public Family gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    /** Begins times in ranges; its samples end with {@code _bucket}, {@code _sum} and {@code _count}. */
    public Family histogram(String name, String help) {
        return family(name, "histogram", help);
    }

    private Family family(String name, String type, String help) {
        if (!NAME.matcher(name).matches() || !told.add(name)) {
            throw new IllegalArgumentException("not a name, or told already: " + name);
        }
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return new Family(name);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** All samples of one name. */
    public final class Family {
        private final String name;

        private Family(String name) {
            this.name = name;
        }

        /** One sample; labels are names and values in turn. */
        public Family sample(double value, String... labels) {
            return suffixed("", value, labels);
        }

        Family suffixed(String suffix, double value, String... labels) {
            text.append(name).append(suffix);
            for (int i = 0; i < labels.length; i += 2) {
                text.append(i == 0 ? '{' : ',')
                        .append(labels[i])
                        .append("=\"")
                        .append(escaped(labels[i + 1]))
                        .append('"');
            }
            text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
            return this;
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
