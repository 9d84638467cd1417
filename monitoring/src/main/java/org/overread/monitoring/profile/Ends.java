package org.overread.monitoring.profile;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * The patients at one end of the scores of a group: of each patient the score furthest towards that end, and of the
 * patients the {@value #MOST} furthest. More is not needed to tell exactly, for any threshold, whether fewer than
 * {@value #MOST} patients lie beyond it, also when groups or days are put together: whoever is dropped has {@value
 * #MOST} patients ahead of them in the group, and so in every larger one.
 *
 * <p>A patient is known by 32 bits. Where two share them, which among the few kept here is rarer than one in ten million,
 * a group seems one patient smaller: more is hidden, never less.
 */
final class Ends {
    static final int MOST = 11;

    private final int direction;
    private final double[] scores;
    private final int[] patients;
    private int size;

    private Ends(int direction, int capacity) {
        this.direction = direction;
        this.scores = new double[capacity];
        this.patients = new int[capacity];
    }

    static Ends highest() {
        return new Ends(1, MOST);
    }

    static Ends lowest() {
        return new Ends(-1, MOST);
    }

    /** As many as were kept of the highest, to be read only. */
    static Ends keptHighest(int size) {
        return new Ends(1, size);
    }

    static Ends keptLowest(int size) {
        return new Ends(-1, size);
    }

    int size() {
        return size;
    }

    double score(int place) {
        return scores[place];
    }

    int patient(int place) {
        return patients[place];
    }

    void add(double score, int patient) {
        if (size == MOST && !before(score, patient, MOST - 1)) {
            return;
        }
        var known = find(patient);
        if (known >= 0) {
            if (!before(score, patient, known)) {
                return;
            }
            remove(known);
        }
        insert(score, patient);
    }

    /** Adds a patient that is known to come next. */
    void append(double score, int patient) {
        scores[size] = score;
        patients[size++] = patient;
    }

    void addAll(Ends other) {
        for (var place = 0; place < other.size; place++) {
            add(other.scores[place], other.patients[place]);
        }
    }

    /** Those whose score is as wanted. */
    int[] patients(DoublePredicate wanted) {
        return IntStream.range(0, size)
                .filter(place -> wanted.test(scores[place]))
                .map(place -> patients[place])
                .toArray();
    }

    private boolean before(double score, int patient, int place) {
        var order = Integer.signum(Double.compare(score, scores[place])) * direction;
        return order > 0 || order == 0 && patient < patients[place];
    }

    private int find(int patient) {
        for (var place = 0; place < size; place++) {
            if (patients[place] == patient) {
                return place;
            }
        }
        return -1;
    }

    private void remove(int place) {
        System.arraycopy(scores, place + 1, scores, place, size - place - 1);
        System.arraycopy(patients, place + 1, patients, place, size - place - 1);
        size--;
    }

    private void insert(double score, int patient) {
        if (size == MOST) {
            size--;
        }
        var place = size++;
        while (place > 0 && before(score, patient, place - 1)) {
            scores[place] = scores[place - 1];
            patients[place] = patients[place - 1];
            place--;
        }
        scores[place] = score;
        patients[place] = patient;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ends that
                && direction == that.direction
                && Arrays.equals(scores, 0, size, that.scores, 0, that.size)
                && Arrays.equals(patients, 0, size, that.patients, 0, that.size);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(scores, size)) * 31 + Arrays.hashCode(Arrays.copyOf(patients, size));
    }
}
