package org.overread.monitoring.subgroup;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.prediction.wire.BodyLimits;
import org.overread.monitoring.prediction.wire.BodyStream;
import org.overread.monitoring.prediction.wire.CsvPredictions;

/**
 * The real predictions of 30-day readmission, which are no part of the product. Looked for in the folder named by the
 * property {@code overread.data} or the variable {@code OVERREAD_DATA}, else beside the checkout.
 */
public final class RealPredictions {
    private RealPredictions() {}

    /** The file, or the test that asks is skipped with a word why. */
    public static Path file(String name) {
        var beside = System.getenv().getOrDefault("OVERREAD_DATA", "../../shared/data");
        var file = Path.of(System.getProperty("overread.data", beside), name);
        assumeThat(Files.isRegularFile(file))
                .as("%s is not there: set OVERREAD_DATA to its folder to run this test", file)
                .isTrue();
        return file;
    }

    static Cohort cohort(String name) {
        var rows = Cohort.builder();
        try (var in = BodyStream.of(Files.newInputStream(file(name)), BodyLimits.DEFAULT)) {
            CsvPredictions.read(in, new LineSink<>() {
                @Override
                public void read(long line, Prediction prediction) {
                    if (prediction.score() != null) {
                        rows.add(
                                prediction.score(),
                                prediction.outcome(),
                                prediction.patientRef(),
                                prediction.subgroups());
                    }
                }

                @Override
                public void refused(LineProblem problem) {
                    throw new IllegalStateException(problem.toString());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.build();
    }
}
