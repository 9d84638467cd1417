package org.overread.registry.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one figure says about one criterion: kept, broken, or that it cannot tell. */
public sealed interface Reading {
    /** The figure as it may be told. */
    Figure figure();

    /** The reading in words: whom it is about, the figure, and what decided. */
    String sentence();

    /** The same without whom it is about, for where that is said beside it. */
    default String about() {
        var whose = whose(figure());
        return sentence().startsWith(whose) ? sentence().substring(whose.length()) : sentence();
    }

    /** The figure keeps the limit by the number that decides, which is for the gate alone where the figure tells no value. */
    record Kept(Figure figure, double decisive, String sentence) implements Reading {}

    /** The figure breaks the limit by the number that decides. */
    record Broken(Figure figure, double decisive, String sentence) implements Reading {}

    /** There is no figure, no bound, or too little beneath it to judge by. */
    record Untold(Figure figure, String sentence) implements Reading {}

    /** Reads one figure against one criterion. */
    static Reading of(Criterion criterion, Figure figure) {
        var decisive = criterion.decisive(figure);
        if (!criterion.metric().judgedAt(figure.tier()) || figure.value() == null || decisive == null) {
            return new Untold(figure.told(), whose(figure) + whyUntold(criterion, figure));
        }
        boolean kept = criterion.keptBy(decisive);
        var told = figure.told();
        var sentence = whose(figure) + sentence(criterion, figure, (kept ? "is " : "is not ") + criterion.demand());
        return kept ? new Kept(told, decisive, sentence) : new Broken(told, decisive, sentence);
    }

    private static String sentence(Criterion criterion, Figure figure, String judged) {
        if (figure.told().value() == null) {
            return "%s %s, told no closer since they are few; %s %s"
                    .formatted(figure.text(), figure.denominator(), criterion.withheldText(), judged);
        }
        return criterion.metric().estimated()
                ? "%s%s; %s %s"
                        .formatted(criterion.numbers(figure), figure.restsOn(), criterion.decisiveText(figure), judged)
                : criterion.decisiveText(figure) + " " + judged + figure.restsOn();
    }

    private static String whose(Figure figure) {
        return figure.group() == null ? "" : figure.group() + ": ";
    }

    private static String whyUntold(Criterion criterion, Figure figure) {
        var given = figure.reason();
        return switch (figure.tier()) {
            case SUPPRESSED -> "hidden, because so few people could be recognised";
            case LOW_PRECISION, INSUFFICIENT -> orElse(given, "too few cases for a verdict") + cases(figure);
            case FULL -> orElse(given, figure.value() == null ? "there is no figure" : noBound(criterion));
        };
    }

    private static String noBound(Criterion criterion) {
        return criterion.metric().title() + " has no confidence interval to judge by";
    }

    private static String cases(Figure figure) {
        return figure.lacking().isEmpty() ? "" : ": " + figure.lacking();
    }

    private static String orElse(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
