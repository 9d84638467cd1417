package org.overread.monitoring.plan;

import java.time.LocalDate;
import org.overread.registry.FieldProblems;

/**
 * The time that later windows are compared with. It is fixed, so that slow drift does not hide by moving it along.
 *
 * @param from the first day, UTC
 * @param to the last day, which still belongs to it
 */
public record ReferenceWindow(LocalDate from, LocalDate to) {
    void tell(FieldProblems problems) {
        problems.present("reference.from", from)
                .present("reference.to", to)
                .when(
                        from instanceof LocalDate first && to instanceof LocalDate last && last.isBefore(first),
                        "reference.to",
                        "must not lie before its first day");
    }
}
