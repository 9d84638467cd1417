package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.ScoreGrid;

/**
 * How many events are among the first so many rows that a group has of one score. The questions are gathered first and
 * then answered together by one pass through the rows in their order.
 */
final class Ties {
    private record Question(Group group, int step, int rows) {}

    private static final class Answer {
        final int rows;
        int seen;
        int events;

        Answer(int rows) {
            this.rows = rows;
        }

        void see(int outcome) {
            if (seen < rows) {
                seen++;
                events += outcome;
            }
        }
    }

    private final ScoreGrid grid;
    private final Map<Question, Answer> answers = new HashMap<>();

    Ties(ScoreGrid grid) {
        this.grid = grid;
    }

    /** Takes a step and a number of rows as a question. */
    IntBinaryOperator asking(Group group) {
        return (step, rows) -> {
            answers.put(new Question(group, step, rows), new Answer(rows));
            return 0;
        };
    }

    /** Answers what was asked before. */
    IntBinaryOperator answering(Group group) {
        return (step, rows) -> answer(new Question(group, step, rows)).events;
    }

    void lookUp(Cohort cohort) {
        var watching = watching(cohort.dictionary().size());
        for (var row = 0; row < cohort.size; row++) {
            if (cohort.outcomes[row] >= 0) {
                var here = watching[cohort.slices[row] * grid.steps() + grid.step(cohort.scores[row])];
                if (here != null) {
                    for (var answer : here) {
                        answer.see(cohort.outcomes[row]);
                    }
                }
            }
        }
    }

    /** For each slice and step those to whom its rows matter. */
    private @Nullable Answer[][] watching(int slices) {
        var lists = new HashMap<Integer, List<Answer>>();
        answers.forEach((question, answer) -> question.group.slices().stream()
                .map(slice -> slice * grid.steps() + question.step)
                .forEach(place ->
                        lists.computeIfAbsent(place, any -> new ArrayList<>()).add(answer)));
        var watching = new Answer[slices * grid.steps()][];
        lists.forEach((place, list) -> watching[place] = list.toArray(Answer[]::new));
        return watching;
    }

    private Answer answer(Question question) {
        var answer = answers.get(question);
        if (answer == null) {
            throw new IllegalStateException("this was not asked before: " + question);
        }
        return answer;
    }
}
