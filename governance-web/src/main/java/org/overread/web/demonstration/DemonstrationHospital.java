package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Logger;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.schedule.Preparations;

/**
 * Fills an empty installation with the demonstration hospital when the environment says {@code OVERREAD_DEMO=true}: its
 * eighteen months are told from the beginning, through the same services that people and machines use, at the times
 * they would have happened. What is there already is left as it is, so a start that was interrupted is completed by the
 * next, and a later start changes nothing. An installation with people or models of its own is not touched.
 */
@ApplicationScoped
public class DemonstrationHospital {
    static final String WHAT = "The demonstration hospital";

    private static final Logger LOG = Logger.getLogger(DemonstrationHospital.class.getName());

    @Inject
    Preparations preparations;

    @Inject
    DemonstrationRecord record;

    @Inject
    Story story;

    @Inject
    ModelServer server;

    @Inject
    InstantSource clock;

    Map<String, String> environment = System.getenv();

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (Boolean.parseBoolean(environment.get("OVERREAD_DEMO"))) {
            preparations.begin(WHAT, this::prepare);
        }
    }

    void prepare() {
        switch (record.state()) {
            case DemonstrationRecord.Nothing _ -> tell(record.begin(clock.instant()));
            case DemonstrationRecord.Begun(var today) -> tell(today);
            case DemonstrationRecord.Complete _ -> server.actor();
            case DemonstrationRecord.Foreign _ ->
                LOG.warning("OVERREAD_DEMO is set, but this installation has people or models of its own:"
                        + " no demonstration was loaded.");
        }
    }

    private void tell(Instant today) {
        var begun = clock.instant();
        var worked = work();
        var scale = Double.parseDouble(environment.getOrDefault("OVERREAD_DEMO_SCALE", "1"));
        story.tell(new SyntheticHospital(today, scale), password());
        record.complete();
        LOG.info("The demonstration hospital is loaded, in %d s, with %d s of processor time"
                .formatted(
                        Duration.between(begun, clock.instant()).toSeconds(),
                        work().minus(worked).toSeconds()));
    }

    /** The processor time of this server so far. */
    private static Duration work() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String password() {
        var password = environment.get("OVERREAD_DEMO_PASSWORD");
        if (password == null) {
            throw new GovernanceException(
                    ErrorCode.INVALID, "Set OVERREAD_DEMO_PASSWORD, the password of the people in it.");
        }
        return password;
    }
}
