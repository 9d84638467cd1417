package org.overread.monitoring.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.drift.PatientBins;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.profile.PatientCounts;
import org.overread.monitoring.subgroup.PatientKey;

/** The columns of a file beside those of its reference file, and how many patients stand behind them. */
final class DriftedFiles {
    private static final int REFERENCE = 0;
    private static final int CURRENT = 1;

    private final FeatureTally tally = new FeatureTally(2);
    private final List<PatientCounts> patients = List.of(new PatientCounts(), new PatientCounts());
    private final List<ToLongFunction<Prediction>> keys = List.of(keys(), keys());

    void reference(Prediction prediction) {
        count(REFERENCE, prediction);
    }

    void current(Prediction prediction) {
        count(CURRENT, prediction);
    }

    private void count(int window, Prediction prediction) {
        tally.add(window, prediction.features(), prediction.score(), prediction.outcome());
        patients.get(window).add(keys.get(window).applyAsLong(prediction));
    }

    /** Every figure, small or not. */
    List<JudgedColumn> unsuppressed() {
        var windows = tally.distributions();
        return DriftReport.judge(DriftRule.DEFAULT, windows.get(REFERENCE), windows.get(CURRENT));
    }

    /** What may be told; reads a file again where patients behind a bin must be counted one by one. */
    List<JudgedColumn> shown(Path reference, Path current) throws IOException {
        var columns = unsuppressed();
        var then = bins(columns, REFERENCE, reference);
        var now = bins(columns, CURRENT, current);
        return columns.stream().map(column -> column.shown(then, now)).toList();
    }

    private PatientBins bins(List<JudgedColumn> columns, int window, Path file) throws IOException {
        var bins = new PatientBins(
                columns.stream().map(JudgedColumn::drift).toList(),
                window == CURRENT,
                patients.get(window).most());
        if (bins.open()) {
            var key = keys();
            PredictionFile.read(
                    file,
                    List.of(),
                    prediction -> bins.add(
                            key.applyAsLong(prediction),
                            prediction.features(),
                            prediction.score(),
                            prediction.outcome()));
        }
        return bins;
    }

    /** Gives each prediction of a file the key of its patient, and one that names none a key of its own. */
    private static ToLongFunction<Prediction> keys() {
        var rows = new long[1];
        return prediction -> {
            var row = rows[0]++;
            var patient = prediction.patientRef();
            return patient == null ? PatientKey.unnamed(row) : PatientKey.of(patient);
        };
    }
}
