package org.overread.monitoring.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.Alert.Resolved;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.registry.DayWords;
import org.overread.registry.ModelVersionId;

/**
 * How a version is, in one state and one sentence of truth. The worst check decides; silence and ignorance are never
 * told as calm.
 *
 * @param worry what comes first in a list sorted by worry
 * @param concerns how many facts in its data somebody should look at; with the same worry, more come first
 * @param remarks what makes the sentence of truth, in the order it is told: what clinicians wait for, alerts and silence,
 *     then the data, the worst first, then the checks
 * @param checkedAt when it was last checked; null when never
 */
public record MonitoringStatus(
        ModelVersionId version,
        Worry worry,
        long concerns,
        List<Remark> remarks,
        @Nullable Instant checkedAt) {
    public MonitoringStatus {
        remarks = List.copyOf(remarks);
    }

    /** The most worrying first. */
    static final Comparator<MonitoringStatus> BY_WORRY = Comparator.comparing(MonitoringStatus::worry)
            .thenComparing(Comparator.comparing(MonitoringStatus::concerns).reversed())
            .thenComparing(status -> status.version().model())
            .thenComparing(status -> -status.version().version());

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    /** How worrying a version is, the most worrying first. */
    public enum Worry {
        ALERT("Alert"),
        NO_DATA("No data"),
        WARNING("Warning"),
        /** No check stands badly, but its data say something that somebody should look at. */
        NOTICE("Worth a look"),
        NOT_PLANNED("Not planned"),
        NOT_CHECKED("Not checked yet"),
        PAUSED("Paused"),
        OK("OK");

        private final String title;

        Worry(String title) {
            this.title = title;
        }

        /** The word as it is printed. */
        public String title() {
            return title;
        }
    }

    /** A version nobody has declared a plan for. */
    static MonitoringStatus notPlanned(ModelVersionId version, Known known) {
        return unchecked(version, Worry.NOT_PLANNED, known, "Nobody watches it: no monitoring plan is declared.");
    }

    /** A version whose plan is declared and has not been followed yet. */
    static MonitoringStatus notChecked(ModelVersionId version, Known known) {
        return unchecked(version, Worry.NOT_CHECKED, known, "Its plan is declared; the first run has not ended yet.");
    }

    private static MonitoringStatus unchecked(ModelVersionId version, Worry worry, Known known, String sentence) {
        return new MonitoringStatus(
                version,
                known.worry(worry),
                known.concerns(),
                together(known.first(), known.remarks(), List.of(Remark.note(sentence))),
                null);
    }

    /** All of it as one text. */
    public String sentence() {
        return remarks.stream().map(Remark::sentence).collect(Collectors.joining(" "));
    }

    /**
     * @param run the last one
     * @param alerts those of the version, open and resolved
     * @param firstPlanned when its first plan was declared
     */
    static MonitoringStatus of(FinishedRun run, List<Alert> alerts, Instant firstPlanned, Known known, Instant now) {
        var open = alerts.stream()
                .filter(Alert::open)
                .sorted(Comparator.comparing((Alert alert) -> alert.file().severity())
                        .reversed()
                        .thenComparing(alert -> alert.file().raisedAt()))
                .toList();
        var feed = run.checks().stream()
                .filter(check -> check.kind() == CheckKind.FEED && check.state() == CheckState.NO_DATA)
                .findFirst();
        var calm = (known.concerns() > 0 ? "No alert for %s." : "Stable for %s.")
                .formatted(duration(calmSince(alerts, firstPlanned), now));
        return new MonitoringStatus(
                run.version(),
                known.worry(judged(run.checks(), open, feed.isPresent())),
                known.concerns(),
                together(
                        known.first(),
                        news(open, feed, calm, now),
                        known.remarks(),
                        List.of(Remark.note(rest(run.checks())))),
                run.finishedAt());
    }

    private static Worry judged(List<Check> checks, List<Alert> open, boolean silent) {
        var states = checks.stream().map(Check::state).collect(Collectors.toSet());
        if (states.contains(CheckState.ALERT)
                || open.stream().anyMatch(alert -> alert.file().severity() == Severity.ALERT)) {
            return Worry.ALERT;
        }
        if (silent || states.stream().noneMatch(state -> state == CheckState.OK || state == CheckState.WARNING)) {
            return states.equals(Set.of(CheckState.PAUSED)) ? Worry.PAUSED : Worry.NO_DATA;
        }
        if (states.contains(CheckState.WARNING) || !open.isEmpty()) {
            return Worry.WARNING;
        }
        return states.contains(CheckState.PAUSED) ? Worry.PAUSED : Worry.OK;
    }

    /** Silence first, then alerts, or for how long there has been none. */
    private static List<Remark> news(List<Alert> open, Optional<Check> silent, String calm, Instant now) {
        var told = new ArrayList<Remark>();
        silent.ifPresent(feed -> told.add(Remark.concern(feed.sentence())));
        var others = open.stream()
                .filter(alert -> alert.file().kind() != CheckKind.CONCERN)
                .filter(alert -> silent.isEmpty()
                        || !alert.file().check().equals(silent.get().key()))
                .toList();
        if (!others.isEmpty()) {
            told.add(Remark.concern(alerts(others, now)));
        } else if (silent.isEmpty() && open.isEmpty()) {
            told.add(Remark.note(calm));
        }
        return told;
    }

    @SafeVarargs
    private static List<Remark> together(List<Remark>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static Instant calmSince(List<Alert> alerts, Instant firstPlanned) {
        return alerts.stream()
                .map(alert -> alert instanceof Resolved resolved
                        ? resolved.resolution().at()
                        : firstPlanned)
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(firstPlanned))
                .orElse(firstPlanned);
    }

    private static String alerts(List<Alert> open, Instant now) {
        var first = open.getFirst().file();
        var since = first.since() == null ? LocalDate.ofInstant(first.raisedAt(), ZoneOffset.UTC) : first.since();
        var one = "%s since %s".formatted(inSentence(first.title()), day(since, now));
        return open.size() == 1 ? "One alert: " + one + "." : "%d alerts, the first: %s.".formatted(open.size(), one);
    }

    /** Within a sentence a title begins small, unless it begins with an acronym. */
    private static String inSentence(String title) {
        return title.length() > 1 && Character.isLowerCase(title.charAt(1))
                ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)
                : title;
    }

    private static String rest(List<Check> checks) {
        long ok =
                checks.stream().filter(check -> check.state() == CheckState.OK).count();
        long unknown = checks.stream()
                .filter(check -> check.state() == CheckState.NO_DATA && check.kind() != CheckKind.FEED)
                .count();
        long paused = checks.stream()
                .filter(check -> check.state() == CheckState.PAUSED)
                .count();
        var words = new StringBuilder("%d of %d checks in order".formatted(ok, checks.size()));
        if (unknown > 0) {
            words.append(", ").append(unknown).append(" without enough data");
        }
        if (paused > 0) {
            words.append(", ").append(paused).append(" paused");
        }
        return words.append('.').toString();
    }

    private static String day(LocalDate day, Instant now) {
        var thisYear = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear() == day.getYear();
        return thisYear ? DAY.format(day) : DayWords.of(day);
    }

    private static String duration(Instant since, Instant now) {
        long days = ChronoUnit.DAYS.between(since, now);
        if (days >= 14) {
            return days / 7 + " weeks";
        }
        return days >= 2 ? days + " days" : days == 1 ? "a day" : "less than a day";
    }
}
