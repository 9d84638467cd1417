package org.overread.reports.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.CriterionVerdict;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Reading;
import org.overread.reports.dossier.SeenEvidence.ToldFigure;

/**
 * What the gate says of the pinned evidence under the pinned policy.
 *
 * @param summary such as {@code 4 of 6 criteria met, 1 not met, 1 undetermined}
 */
public record GateOutcome(boolean open, String summary, List<JudgedCriterion> criteria) {
    public GateOutcome {
        criteria = List.copyOf(criteria);
    }

    /** The three outcomes of a criterion, and of a single figure. */
    public enum Outcome {
        MET("Met"),
        NOT_MET("Not met"),
        UNDETERMINED("Undetermined");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** As it is printed. */
        public String title() {
            return title;
        }
    }

    /**
     * How one criterion came out.
     *
     * @param demand the criterion in words
     * @param reason why it came out so, in words
     */
    public record JudgedCriterion(
            String key, String demand, String kind, Outcome outcome, String reason, List<ReadFigure> readings) {
        public JudgedCriterion {
            readings = List.copyOf(readings);
        }
    }

    /**
     * What one figure said about a criterion.
     *
     * @param decisive the number that decided: the figure itself, or the unfavourable end of its interval
     * @param decimals to how many the figure and what decided are told, so that both read on their side of the limit
     */
    public record ReadFigure(
            ToldFigure figure, Outcome outcome, @Nullable Double decisive, int decimals, String words) {}

    static GateOutcome of(GateVerdict verdict) {
        return new GateOutcome(
                verdict.open(),
                verdict.summary(),
                verdict.criteria().stream().map(GateOutcome::judged).toList());
    }

    private static JudgedCriterion judged(CriterionVerdict verdict) {
        var criterion = verdict.criterion();
        var outcome = switch (verdict) {
            case CriterionVerdict.Met _ -> Outcome.MET;
            case CriterionVerdict.NotMet _ -> Outcome.NOT_MET;
            case CriterionVerdict.Undetermined _ -> Outcome.UNDETERMINED;
        };
        return new JudgedCriterion(
                criterion.key(),
                criterion.label(),
                criterion.metric().kind().name(),
                outcome,
                verdict.reason(),
                verdict.readings().stream()
                        .map(reading -> read(criterion, reading))
                        .toList());
    }

    private static ReadFigure read(Criterion criterion, Reading reading) {
        var figure = ToldFigure.of(reading.figure());
        int decimals = criterion.decimals(reading.figure());
        return switch (reading) {
            case Reading.Kept kept ->
                new ReadFigure(figure, Outcome.MET, told(kept, kept.decisive()), decimals, kept.sentence());
            case Reading.Broken broken ->
                new ReadFigure(figure, Outcome.NOT_MET, told(broken, broken.decisive()), decimals, broken.sentence());
            case Reading.Untold untold ->
                new ReadFigure(figure, Outcome.UNDETERMINED, null, decimals, untold.sentence());
        };
    }

    /** What decided would give a figure away that is not told. */
    private static @Nullable Double told(Reading reading, double decisive) {
        return reading.figure().value() == null ? null : Double.valueOf(decisive);
    }
}
