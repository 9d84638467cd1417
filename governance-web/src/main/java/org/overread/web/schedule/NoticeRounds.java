package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.monitoring.notify.AlertNotices;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Sending;

/**
 * Sends what waits to be told outside, and reminds of answers that fall due. Receivers are told side by side: one that is
 * slow holds up nobody but itself, and no round.
 */
@ApplicationScoped
class NoticeRounds implements Round {
    @Inject
    AlertNotices notices;

    @Inject
    Sending sending;

    @Inject
    SideBySide aside;

    @Inject
    Rounds rounds;

    @Override
    public String failure() {
        return "Notices cannot be sent";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        rounds.attempt("Nobody can be reminded of answers that fall due", notices::remind);
        sending.due().forEach(this::begin);
    }

    private void begin(Destination to) {
        sending.lane(to)
                .ifPresent(lane -> aside.begin(
                        lane.name(),
                        lane.atOnce(),
                        to.key(),
                        () -> rounds.attempt("Notices to " + to.key() + " cannot be sent", () -> sendAll(to))));
    }

    private void sendAll(Destination to) {
        while (sending.sendNext(to)) {
            // the next one, until all is sent or the receiver fails
        }
    }
}
