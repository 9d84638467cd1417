package org.overread.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.overread.monitoring.prediction.IntakeMeter;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.registry.Actor;

/** What this server has taken in. */
@ApplicationScoped
class IntakeFigures implements Source {
    @Inject
    IntakeMeter meter;

    @Override
    public void tell(Actor actor, Exposition text) {
        counter(text, "batches", "Batches taken in.", IntakeMeter.Reading::batches);
        counter(text, "failed_batches", "Batches of which nothing was stored.", IntakeMeter.Reading::failed);
        counter(text, "received_lines", "Lines with content.", IntakeMeter.Reading::received);
        counter(text, "stored_lines", "Lines that were new.", IntakeMeter.Reading::stored);
        counter(text, "duplicate_lines", "Lines that were known already.", IntakeMeter.Reading::duplicates);
        counter(text, "refused_lines", "Lines that were refused.", IntakeMeter.Reading::rejected);
        counter(text, "seconds", "Time spent taking in batches.", IntakeMeter.Reading::seconds);
        text.counter("overread_intake_turned_away_total", "Bodies asked to come later.")
                .sample(meter.turnedAway());
        text.gauge("overread_intake_under_way", "Bodies being taken in or waiting.")
                .sample(meter.underWay());
    }

    private void counter(Exposition text, String name, String help, ToDoubleFunction<IntakeMeter.Reading> value) {
        var family = text.counter("overread_intake_" + name + "_total", help);
        for (var kind : BatchKind.values()) {
            family.sample(
                    value.applyAsDouble(meter.of(kind)), "kind", kind.name().toLowerCase(Locale.ROOT));
        }
    }
}
