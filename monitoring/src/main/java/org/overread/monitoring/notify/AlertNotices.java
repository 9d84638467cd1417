package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.AlertLog;
import org.overread.monitoring.alert.AlertNews;
import org.overread.registry.TimeOrderedIds;

/** Writes down who is to be told of what happens to alerts, in the transaction in which it happens. */
@ApplicationScoped
@Transactional
public class AlertNotices implements AlertNews {
    private static final Duration AHEAD = Duration.ofDays(1);

    @Inject
    AlertLog alerts;

    @Inject
    Outbox outbox;

    @Inject
    @Any
    Instance<Channel> channels;

    @Inject
    InstantSource clock;

    @Override
    public void happened(AlertFile alert, AlertEvent event) {
        NoticeKind.of(event.kind(), alert.kind()).ifPresent(kind -> tell(kind, alert, event.by()));
    }

    /** Tells who must answer that the answer falls due within a day, once for each date. */
    public int remind() {
        int told = 0;
        for (var file : alerts.open()) {
            if (fallsDue(file)) {
                alerts.lock(file.version());
                told += alerts.find(file.id())
                        .filter(this::fallsDue)
                        .map(this::reminded)
                        .orElse(0);
            }
        }
        return told;
    }

    private boolean fallsDue(AlertFile file) {
        var now = now();
        return Alert.of(file) instanceof Alert.Raised
                && !file.escalated()
                && now.isBefore(file.due())
                && !now.plus(AHEAD).isBefore(file.due());
    }

    private int reminded(AlertFile file) {
        if (outbox.reminded(file.id(), file.due())) {
            return 0;
        }
        tell(NoticeKind.DUE, file, "");
        return 1;
    }

    private void tell(NoticeKind kind, AlertFile alert, String by) {
        var now = now();
        var notice = Notice.of(TimeOrderedIds.next(), kind, now, alert);
        outbox.add(
                notice,
                channels.stream()
                        .flatMap(channel -> channel.receivers(kind, alert, by).stream())
                        .distinct()
                        .map(to -> Delivery.begin(TimeOrderedIds.next(), notice, to, now))
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
