package org.overread.monitoring.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertEvent.Kind;
import org.overread.monitoring.check.CheckKind;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/**
 * All that is on record of an alert.
 *
 * @param site where it is; null when it is about all sites together
 * @param check the key of the check that raised it
 * @param title what is wrong with what, such as {@code Sensitivity in age_band 80+ below its floor}
 * @param since the first day the check has stood so; null when that is not known
 * @param owner who must answer, as the plan said when it was raised
 * @param deputy who must answer when the owner does not in time
 * @param action what is to be done about it
 * @param events in the order they happened; the first raised it
 */
public record AlertFile(
        UUID id,
        ModelVersionId version,
        @Nullable String site,
        String check,
        CheckKind kind,
        String title,
        @Nullable LocalDate since,
        PersonId owner,
        PersonId deputy,
        String action,
        List<AlertEvent> events) {
    public AlertFile {
        events = List.copyOf(events);
        if (events.isEmpty() || events.getFirst().kind() != Kind.RAISED) {
            throw new IllegalArgumentException("an alert begins with what raised it");
        }
    }

    public Instant raisedAt() {
        return events.getFirst().at();
    }

    /** How severe it is now. */
    public Severity severity() {
        return events.stream()
                .map(AlertEvent::severity)
                .reduce(Severity.WARNING, (earlier, later) -> later == null ? earlier : later);
    }

    /** How the check stood when it was last told. */
    public String sentence() {
        return last(Kind.WORSENED).orElse(events.getFirst()).text();
    }

    /** When an answer is due. Getting worse never gives more time. */
    public Instant due() {
        return events.stream()
                .filter(event -> event.severity() != null)
                .map(event -> due(event.severity(), event.at()))
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .orElseThrow();
    }

    private static Instant due(@Nullable Severity severity, Instant at) {
        return severity == null ? Instant.MAX : severity.due(at);
    }

    /** Whether the owner did not answer in time. */
    public boolean escalated() {
        return last(Kind.ESCALATED).isPresent();
    }

    /** Who must answer now. */
    public PersonId answerer() {
        return escalated() ? deputy : owner;
    }

    Optional<AlertEvent> last(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).reduce((earlier, later) -> later);
    }

    AlertFile with(AlertEvent event) {
        return new AlertFile(
                id,
                version,
                site,
                check,
                kind,
                title,
                since,
                owner,
                deputy,
                action,
                java.util.stream.Stream.concat(events.stream(), java.util.stream.Stream.of(event))
                        .toList());
    }
}
