package org.overread.monitoring.profile;

import java.util.TreeMap;

/** A profile of features as bytes, and back. The first byte is the version of this form. */
public final class FeatureBytes {
    private static final int VERSION = 1;

    private FeatureBytes() {}

    public static byte[] of(FeatureProfile profile) {
        var out = new ByteWriter();
        out.number(VERSION);
        out.number(profile.predictions());
        out.number(profile.features().size());
        profile.features().forEach((name, values) -> {
            out.text(name);
            writeNumbers(out, values.numbers());
            writeTexts(out, values.texts());
        });
        return out.bytes();
    }

    /** @throws IllegalArgumentException when the bytes are of another version */
    public static FeatureProfile read(byte[] bytes) {
        var in = new ByteReader(bytes, VERSION);
        var predictions = in.number();
        var features = new TreeMap<String, FeatureProfile.Values>();
        for (var rest = in.number(); rest > 0; rest--) {
            features.put(in.text(), new FeatureProfile.Values(readNumbers(in), readTexts(in)));
        }
        return new FeatureProfile(predictions, features);
    }

    private static void writeNumbers(ByteWriter out, NumberCells cells) {
        out.number(cells.level());
        out.number(cells.keys().length);
        var before = 0L;
        for (var cell = 0; cell < cells.keys().length; cell++) {
            var key = cells.keys()[cell] >> cells.level();
            out.number(cell == 0 ? key << 1 ^ key >> 63 : key - before);
            out.number(cells.counts()[cell]);
            before = key;
        }
    }

    private static NumberCells readNumbers(ByteReader in) {
        var level = (int) in.number();
        var keys = new long[(int) in.number()];
        var counts = new long[keys.length];
        var key = 0L;
        for (var cell = 0; cell < keys.length; cell++) {
            var next = in.number();
            key = cell == 0 ? next >>> 1 ^ -(next & 1) : key + next;
            keys[cell] = key << level;
            counts[cell] = in.number();
        }
        return new NumberCells(level, keys, counts);
    }

    private static void writeTexts(ByteWriter out, TextCounts texts) {
        out.number(texts.zeros());
        out.number(texts.others());
        out.number(texts.counts().size());
        texts.counts().forEach((text, count) -> {
            out.text(text);
            out.number(count);
        });
    }

    private static TextCounts readTexts(ByteReader in) {
        var zeros = (int) in.number();
        var others = in.number();
        var counts = new TreeMap<String, Long>();
        for (var rest = in.number(); rest > 0; rest--) {
            counts.put(in.text(), in.number());
        }
        return new TextCounts(zeros, counts, others);
    }
}
