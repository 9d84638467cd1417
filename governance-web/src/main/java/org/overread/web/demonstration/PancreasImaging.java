package org.overread.web.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.overread.monitoring.prediction.Prediction;
import org.overread.web.demonstration.Chance.Share;
import org.overread.web.demonstration.Encounter.Presentation;

/**
 * The detector of pancreatic cancer in abdominal CT of the radiology department. Its positives are rare, so nearly all
 * scores lie close to zero and a single site sees too few events for a verdict.
 */
final class PancreasImaging {
    static final String ID = "pancreas-imaging";
    static final double THRESHOLD = 0.03;

    private static final List<Share> VENDORS =
            List.of(new Share("Vendor A", 52), new Share("Vendor B", 33), new Share("Vendor C", 15));
    private static final List<Share> PHASES =
            List.of(new Share("Portal venous", 71), new Share("Pancreatic", 18), new Share("None", 11));
    private static final List<Share> SLICES = List.of(new Share("1.0", 38), new Share("3.0", 41), new Share("5.0", 21));

    private final Period period;

    PancreasImaging(Period period) {
        this.period = period;
    }

    List<Encounter> encounters(int count) {
        return Encounter.drawn("pan", count, period, PancreasImaging::presents);
    }

    List<Prediction> said(int version, List<Encounter> encounters) {
        var chance = new Chance(ID + version);
        var noise = version == 1 ? 0.9 : 0.6;
        return encounters.stream()
                .map(encounter -> encounter.judged(
                        encounter.logOdds() + chance.normal(0, noise), encounter.features(), chance.between(900, 5200)))
                .toList();
    }

    private static Presentation presents(Patient patient, Chance chance) {
        var suspicion = chance.normal(0, 1);
        var features = new TreeMap<String, String>();
        features.put("scanner_vendor", chance.among(VENDORS));
        features.put("contrast_phase", chance.among(PHASES));
        if (!chance.happens(0.04)) {
            features.put("slice_thickness_mm", chance.among(SLICES));
        }
        features.put("duct_diameter_mm", millimetres(2.4 + 0.9 * Math.max(0, suspicion) + chance.normal(0, 0.5)));
        if (suspicion > 0.9) {
            features.put("lesion_diameter_mm", millimetres(9 + 7 * suspicion + chance.normal(0, 3)));
        }
        var years = (patient.age() - 60) / 10.0;
        return new Presentation(features, -6.9 + 2.4 * suspicion + 0.15 * years);
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.max(0.5, value));
    }
}
