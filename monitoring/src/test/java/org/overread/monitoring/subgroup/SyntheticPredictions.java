package org.overread.monitoring.subgroup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Made-up predictions with three attributes, whose values and pairs are 57 groups; the whole is the 58th. */
final class SyntheticPredictions {
    static final List<String> ATTRIBUTES = List.of("age_band", "race", "sex");
    static final double THRESHOLD = 0.2;
    private static final int[] VALUES = {5, 5, 2};

    private final double[] scores;
    private final byte[] outcomes;
    private final byte[][] codes;

    /** @param decimals of the scores; 17 for none rounded */
    SyntheticPredictions(int rows, int decimals) {
        scores = new double[rows];
        outcomes = new byte[rows];
        codes = new byte[VALUES.length][rows];
        var random = new SplittableRandom(7);
        var grid = Math.pow(10, decimals);
        for (var row = 0; row < rows; row++) {
            var risk = 1 / (1 + Math.exp(2 - 3 * (random.nextDouble() + random.nextDouble() - 1)));
            scores[row] = decimals < 17 ? Math.round(risk * grid) / grid : risk;
            outcomes[row] = (byte) (random.nextDouble() < risk * risk + 0.05 ? 1 : 0);
            for (var attribute = 0; attribute < VALUES.length; attribute++) {
                codes[attribute][row] = (byte) random.nextInt(VALUES[attribute]);
            }
        }
    }

    /** @param predictionsPerPatient 1 for another patient in every row */
    Cohort cohort(int predictionsPerPatient) {
        var builder = Cohort.builder();
        var slices = new int[VALUES[0] * VALUES[1] * VALUES[2]];
        for (var slice = 0; slice < slices.length; slice++) {
            slices[slice] = builder.slice(Map.of(
                    ATTRIBUTES.get(0),
                    "" + slice / 10,
                    ATTRIBUTES.get(1),
                    "" + slice / 2 % 5,
                    ATTRIBUTES.get(2),
                    "" + slice % 2));
        }
        for (var row = 0; row < scores.length; row++) {
            var slice = codes[0][row] * 10 + codes[1][row] * 2 + codes[2][row];
            builder.add(scores[row], outcomes[row], PatientKey.unnamed(row / predictionsPerPatient), slices[slice]);
        }
        return builder.build();
    }

    /** Writes the columns for the script that does the same in Python. */
    void write(Path folder) throws IOException {
        var bytes = ByteBuffer.allocate(scores.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(scores);
        Files.write(folder.resolve("scores.bin"), bytes.array());
        Files.write(folder.resolve("outcomes.bin"), outcomes);
        for (var attribute = 0; attribute < VALUES.length; attribute++) {
            Files.write(folder.resolve(ATTRIBUTES.get(attribute) + ".attribute"), codes[attribute]);
        }
    }
}
