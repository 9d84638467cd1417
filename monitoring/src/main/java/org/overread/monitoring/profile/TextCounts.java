package org.overread.monitoring.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Texts with the number of times each occurs. Where there are more than {@value #MOST} different ones, which no category
 * has, only those stay whose hash ends in so many zero bits that few enough are left; the others are one number. That
 * depends on the texts alone, not on the order in which they came.
 *
 * @param zeros the zero bits asked for
 * @param others how many texts are not told apart any more
 */
record TextCounts(int zeros, SortedMap<String, Long> counts, long others) {
    static final int MOST = 500;
    static final TextCounts NONE = new TextCounts(0, new TreeMap<>(), 0);

    TextCounts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    static TextCounts of(Map<String, Long> counts) {
        return new TextCounts(0, new TreeMap<>(counts), 0).fitted();
    }

    static TextCounts merged(Collection<TextCounts> parts) {
        var zeros = parts.stream().mapToInt(TextCounts::zeros).max().orElse(0);
        var counts = new TreeMap<String, Long>();
        var others = 0L;
        for (var part : parts) {
            var alike = part.at(zeros);
            alike.counts.forEach((text, count) -> counts.merge(text, count, Long::sum));
            others += alike.others;
        }
        return new TextCounts(zeros, counts, others).fitted();
    }

    long size() {
        return others + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private TextCounts fitted() {
        var fitted = this;
        while (fitted.counts.size() > MOST && fitted.zeros < Integer.SIZE) {
            fitted = fitted.at(fitted.zeros + 1);
        }
        return fitted;
    }

    TextCounts at(int wanted) {
        if (wanted == zeros) {
            return this;
        }
        var kept = counts.entrySet().stream()
                .filter(entry -> Integer.numberOfTrailingZeros(hash(entry.getKey())) >= wanted)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
        var left = kept.values().stream().mapToLong(Long::longValue).sum();
        return new TextCounts(wanted, kept, size() - left);
    }

    private static int hash(String text) {
        var bits = text.hashCode() * 0x9E3779B9;
        bits = (bits ^ bits >>> 15) * 0x85EBCA6B;
        return bits ^ bits >>> 13;
    }
}
