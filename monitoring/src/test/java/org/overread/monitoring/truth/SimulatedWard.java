package org.overread.monitoring.truth;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.Question;
import org.overread.monitoring.subgroup.SmallCells;

/** A ward whose risks come true, and what may go wrong in it; the seed tells one from another. */
final class SimulatedWard {
    static final double THRESHOLD = 0.3;
    private static final String[] SEXES = {"Female", "Male"};
    private static final String[] RACES = {"Asian", "Black", "Hispanic", "Other", "White"};

    private final SplittableRandom random;
    private final Fault fault;
    private int unknownSex;

    /** What becomes of one patient. */
    record Case(double risk, String sex, String race) {}

    /** Turns the score that is right into the one that is sent. */
    interface Fault {
        Fault NONE = (patient, random) -> patient.risk();

        double score(Case patient, SplittableRandom random);
    }

    SimulatedWard(long seed, Fault fault) {
        random = new SplittableRandom(seed);
        this.fault = fault;
    }

    /** Of the next patients so many have no sex on record. */
    SimulatedWard withUnknownSex(int patients) {
        unknownSex = patients;
        return this;
    }

    static double risk(SplittableRandom random) {
        return 1 / (1 + Math.exp(1.5 - 4 * (random.nextDouble() + random.nextDouble() - 1)));
    }

    /** @param known the share of outcomes that are known */
    Evaluation evaluation(int patients, double known, String... by) {
        return evaluation(patients, known, new Question(THRESHOLD, List.of(by), false));
    }

    /** By sex, by race, and by both together. */
    Evaluation pairs(int patients) {
        return evaluation(patients, 1, new Question(THRESHOLD, List.of("sex", "race"), true));
    }

    private Evaluation evaluation(int patients, double known, Question question) {
        var builder = Cohort.builder();
        for (int i = 0; i < patients; i++) {
            var patient =
                    new Case(risk(random), SEXES[random.nextInt(SEXES.length)], RACES[random.nextInt(RACES.length)]);
            int outcome = random.nextDouble() < patient.risk() ? 1 : 0;
            builder.add(
                    Math.clamp(fault.score(patient, random), 0, 1),
                    random.nextDouble() < known ? outcome : null,
                    null,
                    unknownSex-- > 0
                            ? Map.of("race", patient.race())
                            : Map.of("sex", patient.sex(), "race", patient.race()));
        }
        return SmallCells.applyTo(Evaluation.of(builder.build(), question));
    }

    Evaluation evaluation(int patients, String... by) {
        return evaluation(patients, 1, by);
    }
}
