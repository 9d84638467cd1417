package org.overread.monitoring.drift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;

/**
 * The two windows that are compared.
 *
 * @param reference what the version was like
 * @param current what it is like
 */
public record DriftWindows(Period reference, Period current) {
    private static final int MOST_REFERENCE_MONTHS = 6;
    private static final int FEWEST_REFERENCE_DAYS = 28;
    private static final int MOST_YEARS = 10;

    /**
     * The windows of a question, with what it leaves open.
     *
     * @param span of the version's predictions
     * @throws GovernanceException naming the field, when they cannot be made out
     */
    static DriftWindows of(DriftQuestion question, Period span) {
        var referenceFrom = or(question.referenceFrom(), span.from());
        var referenceTo =
                or(question.referenceTo(), min(thirdAfter(referenceFrom, span), or(question.from(), span.to())));
        var from = or(question.from(), referenceTo);
        var to = or(question.to(), max(span.to(), from.plusNanos(1_000)));
        var problems = new FieldProblems()
                .when(!referenceFrom.isBefore(referenceTo), "referenceTo", "must be after " + referenceFrom)
                .when(!from.isBefore(to), "to", "must be after " + from)
                .when(
                        years(from, to) > MOST_YEARS || years(referenceFrom, referenceTo) > MOST_YEARS,
                        "from",
                        "reaches over more than " + MOST_YEARS + " years");
        GovernanceException.refuse("These windows cannot be compared.", problems.list());
        return new DriftWindows(new Period(referenceFrom, referenceTo), new Period(from, to));
    }

    /** A third of the whole days, but neither under four weeks nor over half a year. */
    private static Instant thirdAfter(Instant time, Period span) {
        var first = LocalDate.ofInstant(time, ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(first, LocalDate.ofInstant(span.to(), ZoneOffset.UTC)) + 1;
        var third = first.plusDays(Math.max(FEWEST_REFERENCE_DAYS, days / 3));
        var longest = first.plusMonths(MOST_REFERENCE_MONTHS);
        return (third.isBefore(longest) ? third : longest).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static long years(Instant from, Instant to) {
        return Duration.between(from, to).toDays() / 366;
    }

    private static Instant or(@Nullable Instant said, Instant otherwise) {
        return said == null ? otherwise : said;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
