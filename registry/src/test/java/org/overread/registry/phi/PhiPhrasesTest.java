package org.overread.registry.phi;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the scan on labelled phrases; every person in them is invented. */
class PhiPhrasesTest {
    private static final String WRITTEN_BY_THEM = "phrases.tsv";
    private static final String HELD_OUT = "held-out.tsv";
    private static final Set<String> WORDS = Set.of("name", "address", "web");

    private record Phrase(String kind, String verdict, String text) {
        boolean ordinary() {
            return verdict.equals("pass");
        }

        boolean found() {
            return !PhiScan.findings(text).isEmpty();
        }

        boolean blocked() {
            return PhiScan.findings(text).stream().anyMatch(PhiFinding::blocks);
        }
    }

    @Test
    @DisplayName("G3: there are at least 400 labelled phrases, half of them ordinary, a part of them held out")
    void areEnough() {
        var all = Stream.of(WRITTEN_BY_THEM, HELD_OUT)
                .flatMap(file -> phrases(file).stream())
                .toList();

        assertThat(all).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        assertThat(all).filteredOn(Phrase::ordinary).hasSizeGreaterThan(200);
        assertThat(phrases(HELD_OUT)).hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN_BY_THEM, HELD_OUT})
    @DisplayName("G3: of numbers and dates 95 % are found, of names and addresses 80 %")
    void findsIdentifiers(String file) {
        var softly = new SoftAssertions();

        byKind(file, phrase -> !phrase.ordinary())
                .forEach((kind, phrases) -> softly.assertThat(share(phrases, Phrase::found))
                        .as("recall of %s; missed: %s", kind, those(phrases, phrase -> !phrase.found()))
                        .isGreaterThanOrEqualTo(WORDS.contains(kind) ? 0.8 : 0.95));

        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN_BY_THEM, HELD_OUT})
    @DisplayName("G3: what is surely an identifier is held back")
    void blocksWhatIsSure(String file) {
        var sure = phrases(file).stream()
                .filter(phrase -> phrase.verdict().equals("block"))
                .toList();

        assertThat(share(sure, Phrase::blocked))
                .as("not blocked: %s", those(sure, phrase -> !phrase.blocked()))
                .isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN_BY_THEM, HELD_OUT})
    @DisplayName("G3: at most one ordinary phrase in a hundred is blocked, and one in twenty pointed out")
    void leavesOrdinaryWordsAlone(String file) {
        var ordinary = phrases(file).stream().filter(Phrase::ordinary).toList();

        assertThat(share(ordinary, Phrase::blocked))
                .as("blocked: %s", those(ordinary, Phrase::blocked))
                .isLessThanOrEqualTo(0.01);
        assertThat(share(ordinary, Phrase::found))
                .as("pointed out: %s", those(ordinary, Phrase::found))
                .isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {WRITTEN_BY_THEM, HELD_OUT})
    @DisplayName("G3: of what is found, four fifths of each kind, and 95 % of all, stand in phrases with an identifier")
    void isPrecise(String file) {
        var softly = new SoftAssertions();
        var found = new TreeMap<PhiKind, int[]>();
        for (var phrase : phrases(file)) {
            for (var finding : PhiScan.findings(phrase.text())) {
                found.computeIfAbsent(finding.kind(), kind -> new int[2])[phrase.ordinary() ? 0 : 1]++;
            }
        }

        found.forEach((kind, counts) -> softly.assertThat(counts[1] / (double) (counts[0] + counts[1]))
                .as("precision of %s, %d in ordinary phrases, %d in others", kind, counts[0], counts[1])
                .isGreaterThanOrEqualTo(0.8));
        int ordinary = found.values().stream().mapToInt(counts -> counts[0]).sum();
        int all = found.values().stream()
                .mapToInt(counts -> counts[0] + counts[1])
                .sum();
        softly.assertThat(ordinary / (double) all).isLessThanOrEqualTo(0.05);

        softly.assertAll();
    }

    private static Map<String, List<Phrase>> byKind(String file, Predicate<Phrase> which) {
        return phrases(file).stream()
                .filter(which)
                .collect(groupingBy(Phrase::kind, TreeMap::new, java.util.stream.Collectors.toList()));
    }

    private static double share(List<Phrase> phrases, Predicate<Phrase> which) {
        return phrases.stream().filter(which).count() / (double) phrases.size();
    }

    private static List<String> those(List<Phrase> phrases, Predicate<Phrase> which) {
        return phrases.stream().filter(which).map(Phrase::text).toList();
    }

    private static List<Phrase> phrases(String file) {
        try (var in = Objects.requireNonNull(PhiPhrasesTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(parts -> new Phrase(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
