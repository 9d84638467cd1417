package org.overread.web.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

class PreparationsTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Preparations preparations = new Preparations();

    @BeforeEach
    void workIsDoneWhenTheTestSaysSo() {
        preparations.executor = waiting::add;
    }

    @Test
    void aServerWithNothingToPrepareIsReady() {
        assertThat(preparations.done()).isTrue();
    }

    @Test
    void theServerIsNotReadyBeforeTheWorkIsDone() {
        preparations.begin("The ward", () -> {});
        assertThat(preparations.done()).isFalse();

        waiting.remove().run();
        assertThat(preparations.done()).isTrue();
    }

    @Test
    void workThatFailsKeepsTheServerFromBeingReadyAndSaysWhy() {
        preparations.begin("The ward", () -> {
            throw new GovernanceException(
                    ErrorCode.INVALID, "The ward cannot open.", List.of(new FieldProblem("beds", "are missing")));
        });
        waiting.remove().run();

        assertThat(preparations.done()).isFalse();
        assertThat(preparations.failures())
                .isEqualTo("The ward could not be prepared: The ward cannot open. beds are missing.");
    }

    @Test
    @DisplayName("G4: work that ends by an error of the machine does not keep everybody waiting, and says what it was")
    void saysWhyAlsoOfAnError() {
        preparations.begin("The ward", () -> {
            throw new NoClassDefFoundError("org/example/Bed");
        });
        waiting.remove().run();

        assertThat(preparations.done()).isFalse();
        assertThat(preparations.failures())
                .isEqualTo("The ward could not be prepared: java.lang.NoClassDefFoundError: org/example/Bed");
    }

    @Test
    @DisplayName("G4: who waits for the server is told what it is at")
    void tellsWhatItIsAt() {
        preparations.begin("The ward", () -> {});
        assertThat(preparations.steps()).isEqualTo("The ward");

        preparations.tell("The ward", "bed 7 of 18");
        assertThat(preparations.steps()).isEqualTo("The ward: bed 7 of 18");

        waiting.remove().run();
        preparations.tell("The ward", "too late");
        assertThat(preparations.steps()).isEmpty();
    }
}
