package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The eighteen months of the demonstration hospital, told quarter by quarter. */
@ApplicationScoped
public class Story {
    @Inject
    Staff staff;

    @Inject
    ModelServer server;

    @Inject
    Registration registration;

    @Inject
    Feed feed;

    /** Tells all of it; what is there already stays as it is. */
    void tell(SyntheticHospital hospital, String password) {
        var period = hospital.period();
        StoryTime.at(period.start().minus(Duration.ofDays(7)), () -> {
            staff.join(password);
            server.actor();
            registration.open();
        });
        for (int month = 0; month < Period.MONTHS; month += Feed.QUARTER) {
            quarter(hospital, month);
        }
    }

    private void quarter(SyntheticHospital hospital, int month) {
        var period = hospital.period();
        StoryTime.at(period.month(month).plus(Duration.ofHours(8)), () -> registration.register(month));
        var end = period.month(month + Feed.QUARTER).minus(Duration.ofHours(1));
        StoryTime.at(end, () -> feed.send(hospital, month));
    }
}
