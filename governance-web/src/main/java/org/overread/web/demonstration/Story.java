package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.overread.registry.transaction.ShortTransaction;
import org.overread.web.schedule.Preparations;

/** The eighteen months of the demonstration hospital: what its machines send, its clinicians say, its committee does. */
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

    @Inject
    Clinic clinic;

    @Inject
    Committee committee;

    @Inject
    Watching watching;

    @Inject
    Preparations preparations;

    @Inject
    ShortTransaction transaction;

    /** Tells all of it; what is there already stays as it is. */
    void tell(SyntheticHospital hospital, String password) {
        var period = hospital.period();
        var timeline = new Timeline();
        timeline.plan(period.start().minus(Duration.ofDays(7)), () -> {
            staff.join(password);
            server.actor();
            registration.open();
        });
        for (int month = 0; month < Period.MONTHS; month += Feed.QUARTER) {
            quarter(timeline, hospital, month);
        }
        timeline.plan(committee.happenings(period, password));
        timeline.plan(clinic.happenings(hospital));
        timeline.plan(watching.happenings(period));
        timeline.tell(
                (told, of, next) -> preparations.tell(
                        DemonstrationHospital.WHAT,
                        "month %d of %d, %,d of %,d entries".formatted(period.number(next), Period.MONTHS, told, of)),
                transaction::run);
    }

    private void quarter(Timeline timeline, SyntheticHospital hospital, int month) {
        var period = hospital.period();
        timeline.plan(period.month(month).plus(Duration.ofHours(8)), () -> registration.register(month));
        var end = period.month(month + Feed.QUARTER).minus(Duration.ofHours(1));
        timeline.plan(end, () -> feed.send(hospital, month));
    }
}
