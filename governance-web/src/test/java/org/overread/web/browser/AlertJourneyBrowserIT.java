package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** A model owner whose model loses a laboratory value: from the line that says so to the alert that is seen to. */
class AlertJourneyBrowserIT {
    private static final String MAX = "max.owner";
    private static final String TITLE = "lactate missing more often than the plan allows";
    private static final int MONTHS = 6;
    private static final int IN_A_MONTH = 1_000;

    /** What is usual is learned from January to March; the fault begins in May. */
    private static final int FAULT = 5;

    private static final String PLAN = """
        features:
        - name: lactate
          kind: NUMERIC
          low: 0.0
          high: 30.0
          mostMissing: 0.15
        - name: ward
          kind: CATEGORICAL
          categories: [medical, surgical]
          mostMissing: 0.1
        subgroups: [sex]
        pairs: []
        reference: {from: 2026-01-01, to: 2026-03-31}
        windows: {length: MONTH, breached: 2, of: 3}
        limits:
        - {metric: AUROC, side: FLOOR, warning: 0.6, alert: 0.55}
        - {metric: SENSITIVITY, eachOf: sex, side: FLOOR, warning: 0.3, alert: 0.2}
        drift: {alpha: 0.05, kolmogorovSmirnov: 0.05, totalVariation: 0.05, prevalence: 0.03, missing: 0.05, held: 2, windows: 3, fewest: 200}
        review: {every: QUARTER, due: 2030-01-01}
        owner: max.owner
        deputy: theo.reviewer
        onBreach: NOTIFY
        labelDelayDays: 0
        silentAfterHours: 48
        """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Groundwork groundwork = new Groundwork();
    private final Caller owner = Caller.person(RunningServer.get(), MAX);
    private String version = "";

    @BeforeEach
    void aValueWentMissingAndThePlanWasFollowed() {
        var model = groundwork.model("Lactate watch", 2);
        for (int each = 1; each <= 2; each++) {
            groundwork.predictions(model, each, csv());
        }
        version = groundwork.named("Lactate watch") + ", version 2";
        var declared = owner.send(
                "PUT",
                "api/v1/models/%s/versions/2/plan".formatted(model),
                Map.of("Content-Type", "application/yaml"),
                BodyPublishers.ofString(PLAN));
        assertThat(declared.status()).as(declared.text()).isEqualTo(200);
        var run = owner.post("api/v1/monitoring/%s/2/runs".formatted(model), Map.of());
        assertThat(run.status()).as(run.text()).isBetween(200, 202);
    }

    @Test
    @DisplayName("C7, C11: a value goes missing: the version says so, and its owner sees to the alert and resolves it")
    void leadsFromTheLineToTheResolution() {
        var max = CHROMIUM.visit(Device.DESKTOP);
        max.signIn(MAX);
        max.open("monitoring");
        var monitoring = new MonitoringScreen(max);
        assertThat(monitoring.version(version)).containsText("Alert");
        assertThat(monitoring.version(version)).containsText(TITLE);
        monitoring.accessible();
        monitoring.fitsTheNarrowestScreen();

        monitoring.follow(version);
        var screen = new VersionScreen(max, version);
        assertThat(screen.truth()).containsText(TITLE);
        screen.tab("Drift");
        screen.open("lactate");
        assertThat(screen.column("lactate")).containsText(Pattern.compile("lactate is missing in 6\\d % of rows"));
        assertThat(screen.column("ward")).containsText("Has not moved");
        screen.accessible("Drift");
        screen.fitsTheNarrowestScreen();
        screen.tab("Comparison");
        assertThat(page(max)).containsText("v2 is not better than v1");
        screen.accessible("Comparison");
        screen.fitsTheNarrowestScreen();
        screen.tab("Plan");
        assertThat(screen.row("Checks, the most worrying first", "lactate missing"))
                .containsText("the plan allows 15.0 %");
        screen.accessible("Plan");
        screen.fitsTheNarrowestScreen();
        screen.tab("Alerts");
        screen.accessible("Alerts");
        screen.fitsTheNarrowestScreen();

        screen.follow(TITLE);
        var alert = new AlertScreen(max, TITLE);
        alert.accessible("raised");
        alert.fitsTheNarrowestScreen();
        alert.say("Acknowledge", "What you will do (may stay empty)", "Asking the laboratory.");
        alert.say("Resolve", "What was the cause, and what was done?", "The interface dropped it; it is mended.");
        assertThat(alert.happened()).hasCount(3);
        assertThat(alert.happened().last()).containsText("The interface dropped it; it is mended.");
        assertThat(alert.button("Resolve")).hasCount(0);
        alert.accessible("resolved");
        max.open("alerts?state=RESOLVED");
        assertThat(page(max)).containsText(version);
        max.accessible("Alerts, resolved");
    }

    private static com.microsoft.playwright.Locator page(Visit visit) {
        return visit.page().locator("body");
    }

    private static String csv() {
        var chance = new Random(4711);
        return IntStream.range(0, MONTHS * IN_A_MONTH)
                .mapToObj(row -> line(row, chance))
                .collect(Collectors.joining(
                        "\n",
                        "prediction_id,occurred_at,score,outcome,subgroup.sex,feature.lactate,feature.ward\n",
                        "\n"));
    }

    private static String line(int row, Random chance) {
        int month = 1 + row / IN_A_MONTH;
        double score = chance.nextInt(1_000) / 1_000.0;
        var lost = chance.nextDouble() < (month < FAULT ? 0.03 : 0.65);
        return "p-%d,2026-%02d-%02dT08:00:00Z,%s,%d,%s,%s,%s"
                .formatted(
                        row,
                        month,
                        1 + row % 28,
                        score,
                        chance.nextDouble() < score ? 1 : 0,
                        chance.nextBoolean() ? "Female" : "Male",
                        lost ? "" : 1 + chance.nextInt(40) / 10.0,
                        chance.nextBoolean() ? "medical" : "surgical");
    }
}
