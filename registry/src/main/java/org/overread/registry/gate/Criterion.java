package org.overread.registry.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a policy demands of the evidence: a metric, a direction and a limit. A figure equal to the limit keeps it.
 *
 * @param key the criterion's name within its policy, lower case with hyphens
 * @param eachOf the attribute of which every single group must keep the limit; null when all cases together must
 * @param limit in the unit of the metric
 */
public record Criterion(
        String key, GateMetric metric, @Nullable String eachOf, Direction direction, double limit) {

    /** More than a double has. */
    private static final int MOST_DECIMALS = 17;

    /** On which side of the limit a figure must lie. */
    public enum Direction {
        AT_LEAST("at least", "lower"),
        AT_MOST("at most", "upper");

        private final String words;
        private final String bound;

        Direction(String words, String bound) {
            this.words = words;
            this.bound = bound;
        }
    }

    /** The criterion in words, such as {@code Sensitivity in every group of sex at least 0.60, by the lower 95 % bound}. */
    public String label() {
        var whom = eachOf == null ? "" : " in every group of " + eachOf;
        var bound = metric.estimated() ? ", by the %s 95 %% bound".formatted(direction.bound) : "";
        return metric.title() + whom + " " + demand() + bound;
    }

    /** What is demanded of the number, such as {@code at least 0.60}. */
    String demand() {
        return direction.words + " " + metric.unit().exactly(limit);
    }

    /**
     * The number that decides: the figure itself where it is counted, the unfavourable end of its interval where it is
     * estimated; null when the figure does not have it.
     */
    @Nullable Double decisive(Figure figure) {
        if (!metric.estimated()) {
            return figure.value();
        }
        return switch (direction) {
            case AT_LEAST -> figure.low();
            case AT_MOST -> figure.high();
        };
    }

    /** Whether the number keeps the limit; written so that NaN never does. */
    boolean keptBy(double number) {
        return switch (direction) {
            case AT_LEAST -> number >= limit;
            case AT_MOST -> number <= limit;
        };
    }

    /** How far inside the limit the number lies; negative outside. */
    double margin(double number) {
        return switch (direction) {
            case AT_LEAST -> number - limit;
            case AT_MOST -> limit - number;
        };
    }

    /**
     * To how many decimals a figure is told beside this limit: value, interval and what decides by the same rule, so that one
     * number never reads as two. {@value Figure#DECIMALS}, or as many more as it takes for the deciding number to read on the
     * side of the limit on which it is: what fails never reads as if it passed, nor the other way.
     */
    public int decimals(Figure figure) {
        var decisive = decisive(figure);
        int decimals = Figure.DECIMALS;
        while (decisive != null
                && decimals < MOST_DECIMALS
                && keptBy(rounded(decisive, decimals)) != keptBy(decisive)) {
            decimals++;
        }
        return decimals;
    }

    private static double rounded(double number, int decimals) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The figure with its interval as it is told beside this limit, without what it rests on. */
    public String numbers(Figure figure) {
        return figure.numbers(decimals(figure));
    }

    /** What of the figure is held against the limit, such as {@code lower bound 0.740}; of a count the figure itself. */
    String decisiveText(Figure figure) {
        var decisive = Objects.requireNonNull(decisive(figure));
        var text = metric.unit().rounded(decisive, decimals(figure));
        return metric.estimated() ? direction.bound + " bound " + text : text;
    }

    /** The same of a figure that is told no closer. */
    String withheldText() {
        return metric.estimated() ? "the %s bound of the exact figure".formatted(direction.bound) : "the exact figure";
    }

    /** Everything that is wrong with this criterion, as sentences; empty when it can be published. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 60) {
            problems.add("The key is made of lower-case letters, digits and single hyphens, 60 at most.");
        }
        if (eachOf != null && eachOf.isBlank()) {
            problems.add("Name the attribute whose groups must each keep the limit, or leave it out.");
        }
        if (!metric.unit().admits(limit)) {
            problems.add(metric.title() + " takes a limit " + range() + ".");
        } else if (asksForNothing()) {
            problems.add(metric.title() + " " + demand() + " is kept by every figure: it asks for nothing.");
        } else {
            nearlyNothing().ifPresent(problems::add);
        }
        return problems;
    }

    private boolean asksForNothing() {
        return switch (direction) {
            case AT_LEAST -> limit == 0;
            case AT_MOST -> limit == metric.unit().largest();
        };
    }

    /** That every version anybody would think of keeps the limit. */
    private Optional<String> nearlyNothing() {
        var asking = AskingLimits.of(metric);
        boolean asks = switch (direction) {
            case AT_LEAST -> limit >= asking.least();
            case AT_MOST -> limit <= asking.most();
        };
        return asks
                ? Optional.empty()
                : Optional.of("%s %s asks for nothing in practice; ask for %s."
                        .formatted(metric.title(), demand(), farthest(asking)));
    }

    private String farthest(AskingLimits asking) {
        return switch (direction) {
            case AT_LEAST -> metric.unit().exactly(asking.least()) + " or more";
            case AT_MOST -> metric.unit().exactly(asking.most()) + " or less";
        };
    }

    private String range() {
        return switch (metric.unit()) {
            case COUNT -> "that is a whole number from 0";
            case FRACTION -> "from 0 to 1";
            case RATIO -> "from 0";
        };
    }
}
