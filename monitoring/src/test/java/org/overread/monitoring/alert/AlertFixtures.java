package org.overread.monitoring.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertEvent.Kind;
import org.overread.monitoring.check.Check;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.check.CheckState;
import org.overread.registry.ModelVersionId;
import org.overread.registry.testing.Actors;

/** Alerts and checks as tests speak of them. */
public final class AlertFixtures {
    public static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private AlertFixtures() {}

    public static Check check(String key, CheckState state) {
        return Check.of(key, CheckKind.PERFORMANCE, "Sensitivity in 80+", state, "It is " + state + ".")
                .standing("below its floor", LocalDate.parse("2026-03-01"));
    }

    public static AlertFile raised(String check, Severity severity) {
        return new AlertFile(
                UUID.nameUUIDFromBytes(check.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new ModelVersionId("sepsis", 2),
                null,
                check,
                CheckKind.PERFORMANCE,
                "Sensitivity in 80+ below its floor",
                LocalDate.parse("2026-03-01"),
                Actors.idOf("mira"),
                Actors.idOf("tom"),
                "Find the cause.",
                List.of(event(Kind.RAISED, MONDAY, severity)));
    }

    public static AlertEvent event(Kind kind, Instant at, @Nullable Severity severity) {
        return new AlertEvent(UUID.randomUUID(), kind, at, "someone", "Someone", kind.title(), severity);
    }
}
