package org.overread.web.plan;

import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.schedule.MonitoringStatus.Worry;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;

/** States as words with a sign. */
final class States {
    private States() {}

    static Tag of(CheckState state) {
        return switch (state) {
            case ALERT -> new Tag(state.title(), Tone.BAD);
            case WARNING, NO_DATA -> new Tag(state.title(), Tone.OPEN);
            case PAUSED -> new Tag(state.title(), Tone.WAITING);
            case OK -> new Tag(state.title(), Tone.GOOD);
        };
    }

    static Tag of(Worry worry) {
        return switch (worry) {
            case ALERT -> new Tag(worry.title(), Tone.BAD);
            case WARNING, NO_DATA, NOTICE -> new Tag(worry.title(), Tone.OPEN);
            case PAUSED, NOT_CHECKED -> new Tag(worry.title(), Tone.WAITING);
            case NOT_PLANNED -> new Tag(worry.title(), Tone.PLAIN);
            case OK -> new Tag(worry.title(), Tone.GOOD);
        };
    }
}
