package org.overread.web.audit;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditFilter;

/**
 * What is asked of the audit trail, as it stands in the address.
 *
 * @param from the first day, in the zone of whoever asks
 * @param to the last day, itself included
 */
record AuditQuestion(
        @Nullable String model,
        @Nullable String person,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {

    /** What the address asks; what it says that cannot be read is left out. */
    static AuditQuestion of(QueryParameters address) {
        return new AuditQuestion(
                said(address, "model"),
                said(address, "person"),
                said(address, "action"),
                day(said(address, "from")),
                day(said(address, "to")),
                said(address, "text"));
    }

    QueryParameters address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "model", model);
        put(parameters, "person", person);
        put(parameters, "action", action);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "text", text);
        return QueryParameters.simple(parameters);
    }

    boolean asksForAll() {
        return address().getParameters().isEmpty();
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                model,
                person,
                action,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                text);
    }

    private static @Nullable String said(QueryParameters address, String name) {
        return address.getSingleParameter(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
    }
}
