package org.overread.monitoring.prediction.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.LineSink;

/** Keeps what a reader pushes, for looking at it. */
final class Collected<T> implements LineSink<T> {
    final TreeMap<Long, T> good = new TreeMap<>();
    final List<LineProblem> bad = new ArrayList<>();

    interface Reading<T> {
        void read(InputStream in, LineSink<T> sink) throws IOException;
    }

    static <T> Collected<T> from(String body, Reading<T> reading) throws IOException {
        return from(body.getBytes(StandardCharsets.UTF_8), reading);
    }

    static <T> Collected<T> from(byte[] body, Reading<T> reading) throws IOException {
        var collected = new Collected<T>();
        reading.read(new ByteArrayInputStream(body), collected);
        return collected;
    }

    @Override
    public void read(long line, T value) {
        good.put(line, value);
    }

    @Override
    public void refused(LineProblem problem) {
        bad.add(problem);
    }
}
