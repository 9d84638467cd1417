package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.Alerts;
import org.overread.registry.Permission;
import org.overread.registry.Written;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/** Alerts, and what is done about them. */
@Chapter("Alerts")
@Path("/alerts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AlertsResource {
    @Inject
    CurrentActor current;

    @Inject
    Alerts alerts;

    @Inject
    People people;

    /** What somebody says about an alert. */
    public record Words(@Nullable String text, @Nullable Boolean noIdentifiersConfirmed) {
        Written<String> given() {
            return Shapes.written(Parameters.given("text", text), noIdentifiersConfirmed);
        }
    }

    /** An alert with all that happened to it. */
    public record AlertShape(
            String id,
            String model,
            int version,
            String check,
            String kind,
            String title,
            String sentence,
            String severity,
            String state,
            @Nullable LocalDate since,
            Instant raisedAt,
            Instant due,
            String answerer,
            String action,
            List<Event> events) {}

    /** One thing that happened to an alert. */
    public record Event(String kind, Instant at, String by, String text) {
        static Event of(AlertEvent event) {
            return new Event(event.kind().name(), event.at(), event.byName(), event.text());
        }
    }

    @GET
    @Operation(
            id = "listAlerts",
            says = "Alerts with all that happened to them",
            needs = Permission.READ_PERFORMANCE,
            reach = Reach.SOMEWHERE)
    public List<AlertShape> list(@QueryParam("state") @Nullable String state) {
        return alerts.list(current.actor()).stream()
                .filter(alert -> state == null || state.equalsIgnoreCase(state(alert)))
                .map(this::shape)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(id = "getAlert", says = "One alert", needs = Permission.READ_PERFORMANCE)
    public AlertShape alert(@PathParam("id") String id) {
        return shape(alerts.alert(current.actor(), Parameters.id(id)));
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(
            id = "acknowledgeAlert",
            says = "Say that one sees to an alert",
            needs = Permission.ANSWER_ALERTS,
            conflicts = true)
    public AlertShape acknowledge(@PathParam("id") String id, @Nullable Words words) {
        return shape(alerts.acknowledge(
                current.actor(),
                Parameters.id(id),
                words == null || words.text() == null ? Written.plainly("") : words.given()));
    }

    @POST
    @Path("/{id}/comments")
    @Operation(
            id = "commentOnAlert",
            says = "Say something about an alert; no patient data",
            needs = Permission.ANSWER_ALERTS,
            conflicts = true)
    public AlertShape comment(@PathParam("id") String id, Words words) {
        return shape(alerts.comment(current.actor(), Parameters.id(id), words.given()));
    }

    @POST
    @Path("/{id}/resolution")
    @Operation(
            id = "resolveAlert",
            says = "Say why an alert is over",
            needs = Permission.ANSWER_ALERTS,
            conflicts = true)
    public AlertShape resolve(@PathParam("id") String id, Words words) {
        return shape(alerts.resolve(current.actor(), Parameters.id(id), words.given()));
    }

    private AlertShape shape(Alert alert) {
        var file = alert.file();
        return new AlertShape(
                file.id().toString(),
                file.version().model(),
                file.version().version(),
                file.check(),
                file.kind().name(),
                file.title(),
                file.sentence(),
                file.severity().name(),
                state(alert),
                file.since(),
                file.raisedAt(),
                file.due(),
                people.named(file.answerer())
                        .map(NamedPerson::name)
                        .orElse(file.answerer().toString()),
                file.action(),
                file.events().stream().map(Event::of).toList());
    }

    private static String state(Alert alert) {
        return switch (alert) {
            case Alert.Raised _ -> "OPEN";
            case Alert.Acknowledged _ -> "ACKNOWLEDGED";
            case Alert.Resolved _ -> "RESOLVED";
        };
    }
}
