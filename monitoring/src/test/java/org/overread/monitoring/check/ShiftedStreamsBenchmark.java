package org.overread.monitoring.check;

import org.junit.jupiter.api.Test;

/** Prints how soon a plan notices what happens to a ward, and how many of 40 stationary years it raises an alert in. */
class ShiftedStreamsBenchmark {
    @Test
    void yearsOfAWard() {
        ShiftedStreams.print(40);
    }
}
