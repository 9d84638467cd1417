package org.overread.monitoring.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real predictions beside the checkout, where they are at hand; a test that needs them is skipped elsewhere. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        var found = Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "needs " + name);
        return found.get();
    }
}
