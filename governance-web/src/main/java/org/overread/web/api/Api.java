package org.overread.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Version 1 of the contract. It only ever grows: fields and calls are added, never changed. */
@ApplicationPath("/api/v1")
public class Api extends Application {
    /** Every class that answers calls: these the server asks, and of these the contract tells. */
    static final List<Class<?>> RESOURCES = List.of(
            AlertsResource.class,
            AuditResource.class,
            ChartsResource.class,
            ComparisonResource.class,
            DossiersResource.class,
            DriftResource.class,
            EstimateResource.class,
            EvidenceResource.class,
            FeedbackResource.class,
            FindingsResource.class,
            IngestResource.class,
            IntegrityResource.class,
            MetricsResource.class,
            ModelsResource.class,
            MonitoringResource.class,
            PerformanceResource.class,
            PlanResource.class,
            PoliciesResource.class,
            PromotionsResource.class,
            ReportsResource.class,
            SeismometerResource.class,
            TrendResource.class,
            VersionResource.class,
            WaitingResource.class,
            WebhooksResource.class,
            WorkbookResource.class);

    /** What reads and writes bodies and parameters, turns exceptions into answers, measures and records. */
    static final List<Class<?>> AROUND = List.of(
            Json.class,
            Problems.class,
            ReadParameters.class,
            NothingSent.class,
            OperationDoor.class,
            BodyGiven.class,
            RefusalRecord.class,
            RequestMeter.class);

    @Override
    public Set<Class<?>> getClasses() {
        var all = new HashSet<Class<?>>(RESOURCES);
        all.addAll(AROUND);
        return all;
    }
}
