package org.overread.monitoring.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.overread.monitoring.check.WatchedStream.Raised;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.subgroup.PatientKey;
import org.overread.monitoring.testing.RealData;

/** The real readmissions as a stream, with ages in two bands, under a plan like that of the synthetic ward. */
final class RealWard {
    private static final double THRESHOLD = 0.163;
    private static final List<String> NUMERIC = List.of("time_in_hospital", "num_medications", "number_inpatient");

    private RealWard() {}

    static List<WardCase> cases() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("readmission_v2.csv.gz"))),
                StandardCharsets.UTF_8))) {
            var header = Arrays.asList(lines.readLine().split(",", -1));
            var cases = new ArrayList<WardCase>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(one(header, line.split(",", -1)));
            }
            return cases;
        }
    }

    /** From October on the scores of women over 70 are those of other cases. */
    static List<WardCase> withFaultOfOldWomen(List<WardCase> cases) {
        var random = new SplittableRandom(9);
        var onset = SyntheticWard.morning(SyntheticWard.ONSET);
        return cases.stream()
                .map(each ->
                        !each.at().isBefore(onset) && each.groups().equals(Map.of("sex", "Female", "age_band", "70+"))
                                ? each.scored(random.nextDouble(0.05, 0.17))
                                : each)
                .toList();
    }

    static List<Raised> year(List<WardCase> cases) {
        return new WatchedStream(cases, plan(), THRESHOLD)
                .follow(SyntheticWard.LAST_OF_REFERENCE.plusDays(1), SyntheticWard.END.plusMonths(1));
    }

    private static MonitoringPlan plan() {
        var synthetic = ShiftedStreams.plan();
        return new MonitoringPlan(
                NUMERIC.stream()
                        .map(name -> new WatchedFeature(name, FeatureKind.NUMERIC, null, null, null, List.of(), 0.12))
                        .toList(),
                synthetic.subgroups(),
                List.of(new AttributePair("age_band", "sex")),
                synthetic.reference(),
                synthetic.windows(),
                List.of(
                        new Limit(Metric.AUROC, null, Limit.Side.FLOOR, null, 0.55),
                        new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, null, 0.37),
                        new Limit(Metric.SENSITIVITY, "age_band", Limit.Side.FLOOR, null, 0.37)),
                synthetic.drift(),
                synthetic.review(),
                synthetic.owner(),
                synthetic.deputy(),
                synthetic.onBreach(),
                synthetic.labelDelayDays(),
                synthetic.silentAfterHours());
    }

    private static WardCase one(List<String> header, String[] row) {
        var at = Instant.parse(row[header.indexOf("occurred_at")]);
        var features = new TreeMap<String, String>();
        NUMERIC.forEach(name -> {
            var value = row[header.indexOf("feature." + name)];
            if (!value.isEmpty()) {
                features.put(name, value);
            }
        });
        var age = row[header.indexOf("subgroup.age_band")];
        return new WardCase(
                at,
                PatientKey.of(row[header.indexOf("patient_ref")]),
                Double.parseDouble(row[header.indexOf("score")]),
                Integer.parseInt(row[header.indexOf("outcome")]),
                at.plus(Duration.ofDays(30)),
                Map.of(
                        "sex",
                        row[header.indexOf("subgroup.sex")],
                        "age_band",
                        age.equals("70-79") || age.equals("80+") ? "70+" : "under 70"),
                features);
    }
}
