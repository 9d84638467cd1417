package org.overread.monitoring.drift.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.Period;
import org.overread.monitoring.profile.PatientCounts;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads rows of time, score, outcome, patient and features in PostgreSQL's binary format into a tally. */
final class FeatureRows {
    private static final int HEADER_WITHOUT_LENGTH = 15;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final JsonFactory JSON = new JsonFactory();

    private final DataInputStream in;
    private final FeatureTally tally;
    private final List<PatientCounts> patients;
    private long predictions;
    private final long[] from;
    private final long[] to;

    FeatureRows(DataInputStream in, List<Period> periods, FeatureTally tally) {
        this.in = in;
        this.tally = tally;
        patients = periods.stream().map(any -> new PatientCounts()).toList();
        from = periods.stream().mapToLong(period -> micros(period.from())).toArray();
        to = periods.stream().mapToLong(period -> micros(period.to())).toArray();
    }

    /** What was read. */
    DriftBasis basis() {
        return new DriftBasis(
                DriftBasis.Source.PREDICTIONS,
                predictions,
                patients.stream().map(each -> (long) each.most()).toList());
    }

    void read() throws IOException {
        in.skipNBytes(HEADER_WITHOUT_LENGTH);
        in.skipNBytes(in.readInt());
        while (in.readShort() >= 0) {
            in.readInt(); // the length of the time, which is never missing
            long time = in.readLong();
            var score = in.readInt() < 0 ? null : Double.valueOf(in.readDouble());
            var outcome = in.readInt() < 0 ? null : Integer.valueOf(in.readShort());
            in.readInt(); // the length of the patient, which is made up when it is missing
            long patient = in.readLong();
            predictions++;
            count(time, patient, features(), score, outcome);
        }
    }

    private void count(
            long time, long patient, Map<String, String> features, @Nullable Double score, @Nullable Integer outcome) {
        for (int period = 0; period < from.length; period++) {
            if (time >= from[period] && time < to[period]) {
                tally.add(period, features, score, outcome);
                patients.get(period).add(patient);
            }
        }
    }

    private Map<String, String> features() throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return Map.of();
        }
        var features = new HashMap<String, String>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in.readNBytes(length))) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    features.put(parser.currentName(), parser.getString());
                }
            }
        }
        return features;
    }

    /** An instant between two microseconds begins with the next: nothing is stored in between. */
    private static long micros(Instant time) {
        long whole = ChronoUnit.MICROS.between(EPOCH, time.truncatedTo(ChronoUnit.MICROS));
        return time.getNano() % 1_000 == 0 ? whole : whole + 1;
    }
}
