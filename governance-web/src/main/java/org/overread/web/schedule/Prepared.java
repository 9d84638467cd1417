package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when everything that had to be prepared is; until then it tells what is being done. */
@Readiness
@ApplicationScoped
public class Prepared implements HealthCheck {
    @Inject
    Preparations preparations;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("preparations").status(preparations.done());
        tell(response, "step", preparations.steps());
        tell(response, "failed", preparations.failures());
        return response.build();
    }

    private static void tell(HealthCheckResponseBuilder response, String name, String words) {
        if (!words.isEmpty()) {
            response.withData(name, words);
        }
    }
}
