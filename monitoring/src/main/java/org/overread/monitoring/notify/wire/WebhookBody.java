package org.overread.monitoring.notify.wire;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.notify.Notice;
import org.overread.registry.canonical.SortedJson;

/** What a webhook is told, as JSON. The same notice gives the same bytes each time. */
record WebhookBody(String type, Instant timestamp, @Nullable Data data) {
    /** The alert it is about; null in a test. */
    record Data(
            String alert,
            String model,
            int version,
            String severity,
            Instant due,
            @Nullable String link) {}

    static String of(Notice notice, Optional<URI> link) {
        var about = notice.alert();
        return SortedJson.of(new WebhookBody(
                notice.kind().type(),
                notice.at(),
                about == null
                        ? null
                        : new Data(
                                about.id().toString(),
                                about.version().model(),
                                about.version().version(),
                                about.severity().name(),
                                about.due(),
                                link.map(URI::toString).orElse(null))));
    }
}
