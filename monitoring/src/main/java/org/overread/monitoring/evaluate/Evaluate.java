package org.overread.monitoring.evaluate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;
import org.overread.monitoring.drift.DriftReport;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.drift.FeatureTally;
import org.overread.monitoring.drift.JudgedColumn;
import org.overread.monitoring.prediction.Prediction;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.GovernanceException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command line that evaluates a file of predictions: figures on standard output, problems on standard error. */
public final class Evaluate {
    private static final int DONE = 0;
    private static final int REFUSED = 2;
    private static final int REFERENCE = 0;
    private static final int CURRENT = 1;
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
        var tally = new FeatureTally(2);
        var file = PredictionFile.read(
                given.file(), given.question().by(), given.reference() == null ? null : counting(tally, CURRENT));
        if (!file.problems().isEmpty()) {
            return refuse(file);
        }
        if (given.reference() != null) {
            var reference = PredictionFile.read(given.reference(), List.of(), counting(tally, REFERENCE));
            if (!reference.problems().isEmpty()) {
                err.println("in the reference file " + given.reference().getFileName() + ":");
                return refuse(reference);
            }
        }
        var unknown = given.question().by().stream()
                .filter(attribute -> !file.attributes().contains(attribute))
                .toList();
        if (!unknown.isEmpty()) {
            return refuse(
                    "the file has no subgroup." + String.join(", no subgroup.", unknown) + " with a value; it has "
                            + (file.attributes().isEmpty() ? "none" : String.join(", ", file.attributes())));
        }
        var computed = Evaluation.of(file.cohort(), given.question());
        var evaluation = given.suppression() ? SmallCells.applyTo(computed) : computed;
        print(given, evaluation, given.reference() == null ? List.of() : drift(tally));
        return DONE;
    }

    private void print(Arguments.Given given, Evaluation evaluation, List<JudgedColumn> drift) {
        switch (given.format()) {
            case JSON -> {
                var json = EvaluationJson.of(evaluation);
                if (given.reference() != null) {
                    DriftJson.add(drift, json);
                }
                out.println(json().writeValueAsString(json));
            }
            case TABLE -> {
                new EvaluationTable(out).print(evaluation, given);
                if (given.reference() != null) {
                    new DriftTable(out).print(given.reference(), drift);
                }
            }
        }
    }

    private static Consumer<Prediction> counting(FeatureTally tally, int window) {
        return prediction -> tally.add(window, prediction.features(), prediction.score(), prediction.outcome());
    }

    private static List<JudgedColumn> drift(FeatureTally tally) {
        var windows = tally.distributions();
        return DriftReport.judge(DriftRule.DEFAULT, windows.get(REFERENCE), windows.get(CURRENT));
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
