package org.overread.monitoring.metric;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the questions asked last, for questions whose answer hangs on nothing but themselves. It keeps so many, and
 * forgets those that nobody asked for longest.
 */
public final class Remembered<Q, A> {
    private final int most;
    private final Map<Q, A> answers = new LinkedHashMap<>(16, 0.75f, true);

    public Remembered(int most) {
        this.most = most;
    }

    /** The answer, worked out if it is not at hand; two who ask at once may both work it out. */
    public A get(Q question, Function<Q, A> answering) {
        var known = find(question);
        if (known != null) {
            return known;
        }
        var answer = answering.apply(question);
        keep(question, answer);
        return answer;
    }

    private synchronized @Nullable A find(Q question) {
        return answers.get(question);
    }

    private synchronized void keep(Q question, A answer) {
        answers.put(question, answer);
        if (answers.size() > most) {
            var eldest = answers.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
