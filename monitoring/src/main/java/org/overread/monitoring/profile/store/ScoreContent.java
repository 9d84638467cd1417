package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.util.List;
import org.overread.monitoring.profile.ScoreBytes;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.monitoring.profile.ScoreRows;

/** @param threshold where figures are to be exact; NaN for nowhere */
record ScoreContent(double threshold) implements Content<ScoreProfile> {
    @Override
    public String column() {
        return "scores";
    }

    @Override
    public ScoreProfile decoded(byte[] bytes, long mostOfOnePatient) {
        return ScoreBytes.read(bytes);
    }

    @Override
    public ScoreProfile merged(List<ScoreProfile> parts) {
        return parts.isEmpty() ? ScoreProfile.empty(threshold) : ScoreProfile.merged(parts);
    }

    @Override
    public boolean ofPayloads() {
        return false;
    }

    @Override
    public String columns() {
        return "score, outcome, slice, " + Predictions.PATIENT;
    }

    @Override
    public Rows<ScoreProfile> rows() {
        var rows = new ScoreRows(threshold);
        return new Rows<>() {
            @Override
            public void add(CopyOut row) throws IOException {
                double score = row.float8();
                int outcome = row.int2();
                int slice = row.int4();
                long patient = row.int8();
                if (!Double.isNaN(score)) {
                    rows.add(score, outcome, slice, patient);
                }
            }

            @Override
            public ScoreProfile made() {
                return rows.profile();
            }
        };
    }
}
