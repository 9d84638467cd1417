package org.overread.monitoring.profile.store;

import java.io.IOException;
import java.util.List;
import org.overread.monitoring.profile.FeatureBytes;
import org.overread.monitoring.profile.FeatureRows;
import org.overread.monitoring.profile.PatientCounts;
import org.overread.monitoring.profile.WindowFeatures;

/** Features, and how many predictions one patient has at most. */
record FeatureContent() implements Content<WindowFeatures> {
    @Override
    public String column() {
        return "features";
    }

    @Override
    public WindowFeatures decoded(byte[] bytes, long mostOfOnePatient) {
        return new WindowFeatures(FeatureBytes.read(bytes), mostOfOnePatient);
    }

    @Override
    public WindowFeatures merged(List<WindowFeatures> parts) {
        return WindowFeatures.merged(parts);
    }

    @Override
    public boolean ofPayloads() {
        return true;
    }

    @Override
    public String columns() {
        return Predictions.PATIENT + ", features";
    }

    @Override
    public Rows<WindowFeatures> rows() {
        var rows = new FeatureRows();
        var patients = new PatientCounts();
        return new Rows<>() {
            @Override
            public void add(CopyOut row) throws IOException {
                patients.add(row.int8());
                FeatureText.read(row.bytesOrNull(), rows);
            }

            @Override
            public WindowFeatures made() {
                return new WindowFeatures(rows.profile(), patients.most());
            }
        };
    }
}
