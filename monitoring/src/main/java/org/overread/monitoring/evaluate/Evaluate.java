package org.overread.monitoring.evaluate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.estimate.Estimated;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.GovernanceException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command line that evaluates a file of predictions: figures on standard output, problems on standard error. */
public final class Evaluate {
    private static final int DONE = 0;
    private static final int REFUSED = 2;
    private static final int MOST_PROBLEMS = 1_000;

    private final PrintStream out;
    private final PrintStream err;

    private Evaluate(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var status = run(args, out, err);
        out.flush();
        System.exit(status);
    }

    /**
     * Runs the command.
     *
     * @return 0 when the figures were written; 2 when nothing was, and the errors say why
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new Evaluate(out, err).run(args);
    }

    private int run(String[] args) {
        try {
            return switch (Arguments.parse(args)) {
                case Arguments.Refused refused -> refuse(refused.reason());
                case Arguments.Asked ignored -> {
                    out.print(Usage.TEXT);
                    yield DONE;
                }
                case Arguments.Given given -> evaluate(given);
            };
        } catch (GovernanceException e) {
            err.println("evaluate: " + e.getMessage());
            e.fields().stream().skip(1).forEach(field -> err.println("  " + field.field() + " " + field.reason()));
            return REFUSED;
        } catch (NoSuchFileException e) {
            return refuse("there is no file " + e.getFile());
        } catch (IOException e) {
            return refuse("the file cannot be read: " + e.getMessage());
        }
    }

    private int evaluate(Arguments.Given given) throws IOException {
        var drifted = given.reference() == null ? null : new DriftedFiles();
        var pairs = given.against() == null ? null : new PairedFiles();
        var file = PredictionFile.read(given.file(), given.question().by(), prediction -> {
            if (drifted != null) {
                drifted.current(prediction);
            }
            if (pairs != null) {
                pairs.mine(prediction);
            }
        });
        if (!file.problems().isEmpty()) {
            return refuse(file);
        }
        var unknown = given.question().by().stream()
                .filter(attribute -> !file.attributes().contains(attribute))
                .toList();
        if (!unknown.isEmpty()) {
            return refuse(
                    "the file has no subgroup." + String.join(", no subgroup.", unknown) + " with a value; it has "
                            + (file.attributes().isEmpty() ? "none" : String.join(", ", file.attributes())));
        }
        var reference = beside("reference file", given.reference(), prediction -> {
            if (drifted != null) {
                drifted.reference(prediction);
            }
        });
        var against = beside("file to compare with", given.against(), prediction -> {
            if (pairs != null) {
                pairs.theirs(prediction);
            }
        });
        if (!reference.usable() || !against.usable()) {
            return REFUSED;
        }
        warn(file);
        print(
                given,
                new Answer(
                        evaluation(given, file.cohort()),
                        drifted == null || given.reference() == null ? null : drift(given, given.reference(), drifted),
                        reference.cohort() == null ? null : estimated(given, reference.cohort(), file.cohort()),
                        pairs == null ? null : comparison(given, pairs)));
        return DONE;
    }

    /** Another file that was named, if one was. */
    private record Beside(@Nullable Cohort cohort, boolean usable) {}

    private Beside beside(String role, @Nullable Path path, Consumer<Prediction> taking) throws IOException {
        if (path == null) {
            return new Beside(null, true);
        }
        var file = PredictionFile.read(path, List.of(), taking);
        if (file.problems().isEmpty()) {
            return new Beside(file.cohort(), true);
        }
        err.println("in the " + role + " " + path.getFileName() + ":");
        refuse(file);
        return new Beside(null, false);
    }

    private static Evaluation evaluation(Arguments.Given given, Cohort cohort) {
        var replicates = given.replicates(cohort.size());
        var computed = replicates == 0
                ? Evaluation.of(cohort, given.question())
                : Evaluation.of(cohort, given.question(), replicates);
        return given.suppression() ? SmallCells.applyTo(computed) : computed;
    }

    private static Estimated estimated(Arguments.Given given, Cohort reference, Cohort current) {
        var threshold = given.question().threshold();
        return given.suppression()
                ? Estimated.of(reference, current, threshold)
                : Estimated.unsuppressed(reference, current, threshold);
    }

    private static PairedComparison comparison(Arguments.Given given, PairedFiles pairs) {
        var threshold = given.question().threshold();
        return given.suppression()
                ? PairedComparison.of(pairs.paired(), threshold, given.againstThreshold())
                : PairedComparison.unsuppressed(pairs.paired(), threshold, given.againstThreshold());
    }

    private void print(Arguments.Given given, Answer answer) {
        switch (given.format()) {
            case JSON -> out.println(json().writeValueAsString(answer.json(given)));
            case TABLE -> {
                new EvaluationTable(out).print(answer.evaluation(), given);
                if (given.reference() != null && answer.estimated() != null && answer.drift() != null) {
                    new EstimatedTable(out).print(given.reference(), answer.estimated(), answer.evaluation());
                    new DriftTable(out).print(given.reference(), answer.drift());
                }
                if (given.against() != null && answer.comparison() != null) {
                    new ComparisonTable(out).print(given.file(), given.against(), answer.comparison());
                }
            }
        }
    }

    private static List<JudgedColumn> drift(Arguments.Given given, Path reference, DriftedFiles drifted)
            throws IOException {
        return given.suppression() ? drifted.shown(reference, given.file()) : drifted.unsuppressed();
    }

    private void warn(PredictionFile file) {
        if (file.repeated() > 0) {
            err.println(
                    "evaluate: " + file.repeated()
                            + " lines repeat the prediction id of another line; each was counted, as if it were another prediction");
        }
    }

    private int refuse(PredictionFile file) {
        file.problems().stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem ->
                        err.println("line " + problem.line() + ": " + problem.field() + " " + problem.reason()));
        err.println("evaluate: " + file.refused() + " of "
                + (file.refused() + file.cohort().size())
                + " lines were refused"
                + (file.refused() > MOST_PROBLEMS ? ", the first " + MOST_PROBLEMS + " are listed" : "")
                + "; correct or remove them");
        return REFUSED;
    }

    private int refuse(String reason) {
        err.println("evaluate: " + reason);
        return REFUSED;
    }

    private static JsonMapper json() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
