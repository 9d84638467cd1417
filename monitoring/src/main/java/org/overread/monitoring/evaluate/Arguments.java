package org.overread.monitoring.evaluate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Question;

/** What the command was asked, or why it cannot be made out. */
sealed interface Arguments {
    /** Help was asked for. */
    record Asked() implements Arguments {}

    record Refused(String reason) implements Arguments {}

    /**
     * A question to be answered.
     *
     * @param reference the predictions of the reference window; null when drift is not asked for
     * @param defaultThreshold whether nobody named a threshold
     * @param suppression whether small cells are hidden
     */
    record Given(
            Path file,
            @Nullable Path reference,
            Question question,
            boolean defaultThreshold,
            boolean suppression,
            Format format)
            implements Arguments {}

    enum Format {
        JSON,
        TABLE
    }

    static Arguments parse(String[] args) {
        var parser = new Parser(args);
        try {
            return parser.parse();
        } catch (InvalidPathException e) {
            return new Refused("this is no file name: " + e.getInput());
        } catch (IllegalArgumentException e) {
            return new Refused(e.getMessage() + " (--help shows all options)");
        }
    }

    /** Reads the words from left to right. */
    final class Parser {
        private static final double THRESHOLD = 0.5;

        private final Deque<String> words;
        private @Nullable Path file;
        private @Nullable Path reference;
        private List<String> by = List.of();
        private boolean pairs;
        private @Nullable Double threshold;
        private int bins = Question.BINS;
        private boolean suppression = true;
        private Format format = Format.JSON;
        private boolean help;

        Parser(String[] args) {
            words = new ArrayDeque<>(Arrays.asList(args));
        }

        Arguments parse() {
            while (!words.isEmpty()) {
                take(words.removeFirst());
            }
            if (help) {
                return new Asked();
            }
            if (file == null) {
                throw new IllegalArgumentException("which file?");
            }
            if (pairs && by.size() < 2) {
                throw new IllegalArgumentException("--pairs needs two attributes: --by a,b");
            }
            var question = new Question(threshold == null ? THRESHOLD : threshold, by, pairs, bins);
            return new Given(file, reference, question, threshold == null, suppression, format);
        }

        private void take(String word) {
            switch (word) {
                case "--help", "-h" -> help = true;
                case "--by" -> by = attributes(value(word));
                case "--pairs" -> pairs = true;
                case "--threshold" -> threshold = number(word, value(word));
                case "--reference" -> reference = Path.of(value(word));
                case "--bins" -> bins = bins(value(word));
                case "--no-suppression" -> suppression = false;
                case "--format" -> format = format(value(word));
                default -> file(word);
            }
        }

        private void file(String word) {
            if (word.startsWith("--")) {
                throw new IllegalArgumentException("there is no option " + word);
            }
            if (file != null) {
                throw new IllegalArgumentException("one file at a time: " + file + " or " + word + "?");
            }
            file = Path.of(word);
        }

        private String value(String option) {
            if (words.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return words.removeFirst();
        }

        private static List<String> attributes(String value) {
            return Arrays.stream(value.split(","))
                    .map(String::trim)
                    .map(name -> name.startsWith("subgroup.") ? name.substring("subgroup.".length()) : name)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        private static double number(String option, String value) {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(option + " needs a number, not " + value, e);
            }
        }

        private static int bins(String value) {
            var bins = number("--bins", value);
            if (bins != Math.rint(bins) || bins < 1 || bins > 10_000) {
                throw new IllegalArgumentException("--bins needs a whole number from 1 to 10000, not " + value);
            }
            return (int) bins;
        }

        private static Format format(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "json" -> Format.JSON;
                case "table" -> Format.TABLE;
                default -> throw new IllegalArgumentException("--format is json or table, not " + value);
            };
        }
    }
}
