package org.overread.registry.catalog;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.SubjectRef;
import org.overread.registry.audit.Witnessed;

/**
 * How a step and its entry in the audit trail are told to belong together: by the digest that the entry carries. Steps
 * from before there was one are told by what their entries said then.
 */
public final class StageMarks {
    public static final Set<String> ACTIONS = Set.of(StageDeeds.ENTERED, StageDeeds.STOPPED);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private StageMarks() {}

    /** The row with the mark its entry must carry. */
    public static Witnessed of(long seq, StageEntry entry) {
        var mark = switch (entry.rule()) {
            case ONE_FOR_EACH_AUDIENCE -> entry.digest().hex();
            case ONE_FOR_EACH_SITE ->
                before(entry.version(), entry.site(), entry.stage(), entry.by(), entry.promotion());
        };
        return new Witnessed(
                name(seq, entry.version(), entry.stage(), entry.site(), TIME.format(entry.at())),
                entry.version().model(),
                mark,
                null,
                subject(entry.version()));
    }

    /** A row that no decision stands behind. */
    public static Witnessed of(Stray stray) {
        return new Witnessed(
                name(stray.seq(), stray.version(), stray.stage(), stray.site(), TIME.format(stray.at())),
                stray.version().model(),
                "stray " + stray.seq(),
                "has no decision",
                subject(stray.version()));
    }

    private static SubjectRef subject(ModelVersionId version) {
        return new SubjectRef("model-version", version.toString());
    }

    /** What an entry says of the step it tells of. */
    public static Optional<String> told(AuditEntry entry) {
        var facts = entry.details();
        return switch (entry.action()) {
            case StageDeeds.ENTERED, StageDeeds.STOPPED ->
                Optional.of(facts.containsKey(StageDeeds.DIGEST) ? facts.get(StageDeeds.DIGEST) : before(entry, facts));
            default -> Optional.empty();
        };
    }

    private static String before(AuditEntry entry, Map<String, String> facts) {
        return entry.action().equals(StageDeeds.STOPPED)
                ? "%s %s %s %s %s"
                        .formatted(entry.subjectId(), facts.get("site"), Stage.SUSPENDED, entry.actorId(), null)
                : "%s %s %s %s %s"
                        .formatted(
                                entry.subjectId(),
                                facts.get("site"),
                                facts.get("stage"),
                                facts.get("by"),
                                facts.get("promotion"));
    }

    private static String before(
            ModelVersionId version, String site, Stage stage, String by, @Nullable UUID promotion) {
        return "%s %s %s %s %s".formatted(version, site, stage, by, promotion);
    }

    private static String name(long seq, ModelVersionId version, Stage stage, String site, String at) {
        return "stage entry %d: %s %s at %s on %s".formatted(seq, version, stage.title(), site, at);
    }
}
