package org.overread.monitoring.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;

/**
 * An answer to a finding as somebody wants to give it; anything may still be missing.
 *
 * @param disposition what came of looking into it; null for a reply, which leaves the finding as it is
 * @param correctedIn the version that corrects the fault; null unless the disposition says that one does
 * @param sentence what the clinician is told
 * @param noIdentifiersConfirmed the writer has looked at what was pointed out in it, and it identifies no patient
 */
public record AnswerDraft(
        @Nullable Disposition disposition,
        @Nullable Integer correctedIn,
        @Nullable String sentence,
        boolean noIdentifiersConfirmed) {
    private static final int LONGEST = 2_000;
    private static final int FEWEST_WORDS = 5;

    /** The same, with nothing confirmed. */
    public AnswerDraft(@Nullable Disposition disposition, @Nullable Integer correctedIn, @Nullable String sentence) {
        this(disposition, correctedIn, sentence, false);
    }

    /** Words to the clinician that decide nothing. */
    public static AnswerDraft reply(@Nullable String sentence) {
        return new AnswerDraft(null, null, sentence);
    }

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        boolean names = disposition == Disposition.CORRECTED_IN_VERSION;
        return new FieldProblems()
                .text("sentence", sentence, LONGEST)
                .when(
                        settles() && said() && differentWords() < FEWEST_WORDS,
                        "sentence",
                        "must say in at least " + FEWEST_WORDS
                                + " different words what was found and what was done: the clinician reads it")
                .when(names && correctedIn == null, "correctedIn", "is required: say which version corrects it")
                .when(!names && correctedIn != null, "correctedIn", "belongs to a fault that another version corrects")
                .identifiers("sentence", sentence, noIdentifiersConfirmed)
                .list();
    }

    boolean clears() {
        return disposition != null && disposition.clears();
    }

    boolean settles() {
        return disposition != null && disposition.settles();
    }

    private boolean said() {
        return sentence != null && !sentence.isBlank();
    }

    private long differentWords() {
        return Arrays.stream(String.valueOf(sentence).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .count();
    }
}
