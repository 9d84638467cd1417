package org.overread.reports.seismometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * What pandas and scikit-learn make of a folder by Seismometer's rules.
 *
 * @param cohorts those that have a group large enough to be shown
 */
record PythonCheck(double auroc, long predictions, List<String> cohorts) {
    private static final Path SCRIPT = Path.of("src/test/python/seismometer_check.py");
    private static final String PYTHON =
            Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    /** Skips the running test, and says so, where Python or its libraries are not at hand. */
    static PythonCheck of(byte[] zip) throws IOException {
        var folder = Files.createTempDirectory("seismometer-check-");
        try {
            var file = Files.write(folder.resolve("folder.zip"), zip);
            var words = run(PYTHON, SCRIPT.toString(), file.toString());
            var lines = words.lines().toList();
            Assumptions.assumeFalse(
                    lines.getLast().startsWith("ModuleNotFoundError"),
                    "skipped: needs apt-get install python3-pandas python3-sklearn python3-yaml");
            assertThat(words).startsWith("auroc ");
            return new PythonCheck(
                    Double.parseDouble(lines.get(0).split(" ")[1]),
                    Long.parseLong(lines.get(1).split(" ")[1]),
                    List.of(lines.get(2).split(" ", 2)[1].split(",")));
        } finally {
            Files.deleteIfExists(folder.resolve("folder.zip"));
            Files.deleteIfExists(folder);
        }
    }

    private static String run(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return words;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            Assumptions.abort("skipped: there is no Python here");
            throw e;
        }
    }
}
