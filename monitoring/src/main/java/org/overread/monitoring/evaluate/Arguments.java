package org.overread.monitoring.evaluate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.PatientBootstrap;
import org.overread.monitoring.subgroup.Question;

/** What the command was asked, or why it cannot be made out. */
sealed interface Arguments {
    /** Help was asked for. */
    record Asked() implements Arguments {}

    record Refused(String reason) implements Arguments {}

    /**
     * A question to be answered.
     *
     * @param reference the predictions of the reference window; null when neither drift nor an estimate is asked for
     * @param against other predictions of the same cases; null when no comparison is asked for
     * @param againstThreshold flags the scores of the others at or above it
     * @param defaultThreshold whether nobody named a threshold
     * @param replicates of the bootstrap; null for as many as the number of predictions allows
     * @param suppression whether small cells are hidden
     */
    record Given(
            Path file,
            @Nullable Path reference,
            @Nullable Path against,
            double againstThreshold,
            Question question,
            boolean defaultThreshold,
            @Nullable Integer replicates,
            boolean suppression,
            Format format)
            implements Arguments {
        private static final int MANY = 1_000_000;
        private static final int REPLICATES_OF_MANY = 200;

        /** How often to draw: as asked, else fewer of very many predictions, so that the answer does not take minutes. */
        int replicates(int predictions) {
            if (replicates != null) {
                return replicates;
            }
            return predictions > MANY ? REPLICATES_OF_MANY : PatientBootstrap.REPLICATES;
        }
    }

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
        private static final int FEWEST_REPLICATES = 100;
        private static final int MOST_REPLICATES = 100_000;
        private static final int MOST_BINS = 10_000;

        private final Deque<String> words;
        private @Nullable Path file;
        private @Nullable Path reference;
        private @Nullable Path against;
        private @Nullable Double againstThreshold;
        private @Nullable Integer replicates;
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
            if (againstThreshold != null && against == null) {
                throw new IllegalArgumentException("--against-threshold needs --against FILE");
            }
            return given(file);
        }

        private Given given(Path asked) {
            var flagged = threshold == null ? THRESHOLD : threshold;
            return new Given(
                    asked,
                    reference,
                    against,
                    againstThreshold == null ? flagged : againstThreshold,
                    new Question(flagged, by, pairs, bins),
                    threshold == null,
                    replicates,
                    suppression,
                    format);
        }

        private void take(String word) {
            switch (word) {
                case "--help", "-h" -> help = true;
                case "--by" -> by = attributes(value(word));
                case "--pairs" -> pairs = true;
                case "--threshold" -> threshold = number(word, value(word));
                case "--reference" -> reference = Path.of(value(word));
                case "--against" -> against = Path.of(value(word));
                case "--against-threshold" -> againstThreshold = share(word, value(word));
                case "--bins" -> bins = whole(word, value(word), 1, MOST_BINS);
                case "--bootstrap" -> replicates = replicates(word, value(word));
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

        private static double share(String option, String value) {
            var share = number(option, value);
            // written so that NaN fails it
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(option + " must be from 0 to 1, not " + value);
            }
            return share;
        }

        private static int replicates(String option, String value) {
            return value.trim().equals("0") ? 0 : whole(option, value, FEWEST_REPLICATES, MOST_REPLICATES);
        }

        private static int whole(String option, String value, int least, int most) {
            var number = number(option, value);
            if (number != Math.rint(number) || number < least || number > most) {
                throw new IllegalArgumentException(
                        option + " needs a whole number from " + least + " to " + most + ", not " + value);
            }
            return (int) number;
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
