package org.overread.web.demonstration;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.overread.monitoring.prediction.Prediction;
import org.overread.web.demonstration.Chance.Share;
import org.overread.web.demonstration.Encounter.Presentation;

/**
 * The sepsis risk score of the emergency department. Two faults are planted in version 1: it scores women from
 * {@value Patient#OLD} on far too low, and from month {@value #DRIFT} of the period on its feed loses nearly half the
 * lactates and reads the heart rate of new monitors too high. Version 2 has neither.
 */
final class SepsisRisk {
    static final String ID = "sepsis-risk";
    static final double THRESHOLD = 0.15;

    /** The month in which the feed of version 1 begins to fail, counted from 0. */
    static final int DRIFT = 12;

    private static final double MISSED_IN_OLD_WOMEN = 1.25;
    private static final double LACTATES_LOST = 0.45;
    private static final int NEW_MONITORS = 11;
    private static final List<Share> ARRIVALS =
            List.of(new Share("Ambulance", 46), new Share("Walk-in", 43), new Share("Transfer", 11));
    private static final List<Share> SOURCES = List.of(
            new Share("Lung", 31),
            new Share("Urine", 24),
            new Share("Abdomen", 16),
            new Share("Skin", 9),
            new Share("Unknown", 20));

    private final Period period;

    SepsisRisk(Period period) {
        this.period = period;
    }

    List<Encounter> encounters(int count) {
        return Encounter.drawn("sep", count, period, SepsisRisk::presents);
    }

    List<Prediction> said(int version, List<Encounter> encounters) {
        var chance = new Chance(ID + version);
        return encounters.stream()
                .map(encounter -> version == 1 ? first(encounter, chance) : second(encounter, chance))
                .toList();
    }

    private static Presentation presents(Patient patient, Chance chance) {
        var severity = chance.normal(0, 1);
        var features = new TreeMap<String, String>();
        if (!chance.happens(0.05)) {
            features.put("lactate", oneDecimal(Math.exp(0.45 + 0.42 * severity + chance.normal(0, 0.28))));
        }
        features.put("heart_rate", whole(92 + 13 * severity + chance.normal(0, 11)));
        features.put("respiratory_rate", whole(19 + 3.4 * severity + chance.normal(0, 2.6)));
        features.put("systolic_bp", whole(128 - 13 * severity + chance.normal(0, 15)));
        if (!chance.happens(0.02)) {
            features.put("temperature", oneDecimal(37.3 + 0.45 * severity + chance.normal(0, 0.6)));
        }
        if (!chance.happens(0.08)) {
            features.put("white_cells", oneDecimal(Math.exp(2.25 + 0.18 * severity + chance.normal(0, 0.3))));
        }
        features.put("arrival", chance.among(ARRIVALS));
        if (!chance.happens(0.03)) {
            features.put("suspected_source", chance.among(SOURCES));
        }
        var years = (patient.age() - 60) / 10.0;
        return new Presentation(features, -2.35 + 1.5 * severity + 0.12 * years + chance.normal(0, 0.3));
    }

    private Prediction first(Encounter encounter, Chance chance) {
        var logOdds = encounter.logOdds() + chance.normal(0, 0.4);
        SortedMap<String, String> given = encounter.features();
        if (encounter.patient().oldWoman()) {
            logOdds -= MISSED_IN_OLD_WOMEN;
        }
        if (!encounter.at().isBefore(period.month(DRIFT))) {
            if (chance.happens(LACTATES_LOST)) {
                given = encounter.featuresWithout("lactate");
                logOdds = -2.1 + 0.7 * (logOdds + 2.1);
            }
            given = new TreeMap<>(given);
            given.computeIfPresent("heart_rate", (_, rate) -> whole(Double.parseDouble(rate) + NEW_MONITORS));
            logOdds += 0.15;
        }
        return encounter.judged(logOdds, given, chance.between(28, 140));
    }

    private static Prediction second(Encounter encounter, Chance chance) {
        return encounter.judged(
                encounter.logOdds() + chance.normal(0, 0.3), encounter.features(), chance.between(22, 95));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
