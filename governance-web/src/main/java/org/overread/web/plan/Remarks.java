package org.overread.web.plan;

import java.util.List;
import org.overread.monitoring.schedule.MonitoringStatus;
import org.overread.monitoring.schedule.Remark;
import org.overread.web.shell.Sentences;

/** A version's line of truth, sentence by sentence, the worst to see at once. */
final class Remarks {
    private Remarks() {}

    static Sentences of(MonitoringStatus status) {
        return new Sentences(status.remarks(), Remark::sentence, Remarks::more);
    }

    private static String more(List<Remark> rest) {
        var concerns = rest.stream().filter(Remark::concern).count();
        return concerns == 0
                ? rest.size() + " more"
                : "%d more, %d of them to look at".formatted(rest.size(), concerns);
    }
}
