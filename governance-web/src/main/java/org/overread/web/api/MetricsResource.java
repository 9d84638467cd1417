package org.overread.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.overread.monitoring.prediction.IntakeMeter;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.registry.Permission;
import org.overread.web.api.contract.Chapter;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Reach;
import org.overread.web.security.CurrentActor;

/**
 * What this server has taken in, as text for Prometheus, to a token that may read everywhere. The JVM, the connection
 * pool and the requests are told by the application server itself, at {@code /metrics} of the management port.
 */
@Chapter("Operation")
@Path("/metrics")
@Produces("text/plain;version=0.0.4;charset=utf-8")
@RequestScoped
public class MetricsResource {
    @Inject
    CurrentActor current;

    @Inject
    IntakeMeter meter;

    @GET
    @Operation(id = "getMetrics", says = "What this server has taken in since it started, as text for Prometheus", needs = Permission.READ_PERFORMANCE, reach = Reach.EVERYWHERE)
    public String metrics() {
        current.actor().mustBeAllowedEverywhere(Permission.READ_PERFORMANCE);
        var text = new StringBuilder();
        counter(text, "batches", "Batches taken in.", IntakeMeter.Reading::batches);
        counter(text, "failed_batches", "Batches of which nothing was stored.", IntakeMeter.Reading::failed);
        counter(text, "received_lines", "Lines with content.", IntakeMeter.Reading::received);
        counter(text, "stored_lines", "Lines that were new.", IntakeMeter.Reading::stored);
        counter(text, "duplicate_lines", "Lines that were known already.", IntakeMeter.Reading::duplicates);
        counter(text, "refused_lines", "Lines that were refused.", IntakeMeter.Reading::rejected);
        counter(text, "seconds", "Time spent taking in batches.", IntakeMeter.Reading::seconds);
        single(text, "turned_away_total", "counter", "Bodies asked to come later.", meter.turnedAway());
        single(text, "under_way", "gauge", "Bodies being taken in or waiting.", meter.underWay());
        return text.toString();
    }

    private void counter(StringBuilder text, String name, String help, ToDoubleFunction<IntakeMeter.Reading> value) {
        var full = "overread_intake_" + name + "_total";
        head(text, full, "counter", help);
        for (var kind : BatchKind.values()) {
            text.append(full)
                    .append("{kind=\"")
                    .append(kind.name().toLowerCase(Locale.ROOT))
                    .append("\"} ")
                    .append(value.applyAsDouble(meter.of(kind)))
                    .append('\n');
        }
    }

    private static void single(StringBuilder text, String name, String type, String help, long value) {
        var full = "overread_intake_" + name;
        head(text, full, type, help);
        text.append(full).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
