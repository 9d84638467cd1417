package org.overread.web.chart;

import static org.overread.web.chart.Cells.words;

import java.util.List;

/**
 * Two distributions over the same bins, drawn over each other.
 *
 * @param axis what the bins are of
 * @param reference the name of the distribution to compare with
 * @param current the name of the one that is compared
 */
public record Overlay(String axis, String reference, String current, List<Bin> bins) implements Drawing {
    /**
     * @param label such as {@code 3 to 5}, a category, or {@code (missing)}
     * @param reference its share in the reference, from 0 to 1
     * @param current its share now, from 0 to 1
     */
    public record Bin(String label, double reference, double current) {}

    public Overlay {
        bins = List.copyOf(bins);
    }

    @Override
    public String kind() {
        return "overlay";
    }

    @Override
    public List<String> columns() {
        return List.of(axis, "#" + reference, "#" + current);
    }

    @Override
    public List<List<String>> rows() {
        return bins.stream()
                .map(bin -> List.of(bin.label(), words(bin.reference()), words(bin.current())))
                .toList();
    }
}
