package org.overread.web.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when everything that had to be prepared is. */
@Readiness
@ApplicationScoped
public class Prepared implements HealthCheck {
    @Inject
    Preparations preparations;

    @Override
    public HealthCheckResponse call() {
        var failures = preparations.failures();
        var response = HealthCheckResponse.named("preparations").status(preparations.done());
        return failures.isEmpty()
                ? response.build()
                : response.withData("failed", failures).build();
    }
}
