package org.overread.monitoring.drift;

import org.junit.jupiter.api.Test;

/**
 * Prints what the drift rule finds and how often it is wrong. Not a test; run it by {@code mvn -pl monitoring -am test
 * -Dtest=DriftSimulationBenchmark -Dsurefire.failIfNoSpecifiedTests=false}. Seeds are fixed; some two minutes.
 */
class DriftSimulationBenchmark {
    @Test
    void yearsOfTheDeclaredRule() {
        new DriftSimulation(DriftRule.DEFAULT).print(20, 20);
    }

    @Test
    void manyYearsOfTheDeclaredRule() {
        new DriftSimulation(DriftRule.DEFAULT).print(50, 200);
    }
}
